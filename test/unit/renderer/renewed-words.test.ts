import { describe, expect, it } from 'vitest';
import { renewedWords } from '../../../renderer/words/profile-words.ts';

const nowMs = Date.UTC(2026, 5, 17, 9, 30);
const opened = { name: 'acme', obtainedAtMs: nowMs, expiresAtMs: nowMs + 720_000 };
const renewed = { ...opened, obtainedAtMs: nowMs + 660_000, expiresAtMs: nowMs + 1_380_000 };

describe('what is said of a token while its page is open', () => {
  it('is nothing while it stays the same', () => {
    expect(renewedWords(opened, opened, nowMs)).toBe('');
  });

  it('is nothing when it is gone', () => {
    expect(renewedWords(opened, { ...opened, obtainedAtMs: null, expiresAtMs: null }, nowMs)).toBe('');
  });

  it('is that there is a new one, and until when', () => {
    expect(renewedWords(opened, renewed, nowMs, 'en-GB')).toMatch(/^acme has a new token until \d+:53\.$/);
  });

  it('is that there is a new one, where nobody knows until when', () => {
    expect(renewedWords(opened, { ...renewed, expiresAtMs: null }, nowMs)).toBe('acme has a new token.');
  });
});
