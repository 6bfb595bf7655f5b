import { describe, expect, it } from 'vitest';
import { clockWords } from '../../../renderer/words/clock-words.ts';
import { copiedWords } from '../../../renderer/words/copied-words.ts';
import { identityWords } from '../../../renderer/words/identity-words.ts';
import { lifeText, untilText } from '../../../renderer/words/life-words.ts';

const nowMs = 1_800_000_000_000;

describe('the server’s clock in words', () => {
  it.each([
    [null, /not known/i],
    [0, /^Same/],
    [-1_999, /^Same/],
    [180_000, /^3 minutes ahead of/],
    [-180_000, /^3 minutes behind/],
  ])('%s', (offsetMs, words) => {
    expect(clockWords(offsetMs)).toMatch(words);
  });
});

describe('what is said after a copy', () => {
  const reply = { outcome: 'copied', remainingMs: 660_000, belowMinimum: false, clearsAtMs: nowMs + 60_000 } as const;

  it('names what was copied, how long it is good for and when it leaves the clipboard', () => {
    expect(copiedWords(reply, 'curl command', { name: 'acme' }, nowMs)).toEqual({
      kind: 'done',
      text: 'curl command of acme copied',
      detail: 'Good for 11 minutes. Leaves the clipboard in 1 minute.',
    });
  });

  it('says of production that it is', () => {
    const { text } = copiedWords(reply, 'Token', { name: 'acme', environment: 'production' }, nowMs);
    expect(text).toBe('Token of acme (production) copied');
  });

  it('warns of a token that is about to end', () => {
    const short = { ...reply, remainingMs: 20_000, belowMinimum: true };
    expect(copiedWords(short, 'Token', { name: 'acme' }, nowMs)).toMatchObject({
      kind: 'warning',
      text: /expires in 20 seconds/,
    });
  });

  it('promises no clearing where there is none', () => {
    expect(copiedWords({ ...reply, clearsAtMs: null }, 'Token', { name: 'acme' }, nowMs).detail).toMatch(
      /stays on the clipboard/,
    );
  });

  it('does not invent a life that nobody knows', () => {
    expect(copiedWords({ ...reply, remainingMs: null }, 'Token', { name: 'acme' }, nowMs).detail).not.toMatch(
      /Good for/,
    );
  });
});

describe('who a token is for', () => {
  it.each([
    [null, undefined],
    [{}, undefined],
    [{ user: 'jane' }, 'jane'],
    [{ org: 'acme' }, 'acme'],
    [{ user: 'jane', org: 'acme' }, 'jane at acme'],
  ])('%j', (identity, words) => {
    expect(identityWords(identity)).toBe(words);
  });
});

describe('the life of a token on its row', () => {
  it('counts down to the expiry', () => {
    expect(lifeText({ token: 'valid', expiresAtMs: nowMs + 61_000 }, nowMs)).toBe('1:01');
  });

  it('has nothing to count for a token that is over or unknown', () => {
    const texts = [
      lifeText({ token: 'expired', expiresAtMs: nowMs - 1 }, nowMs),
      lifeText({ token: 'valid-expiry-unknown', expiresAtMs: null }, nowMs),
    ];
    expect(texts).toEqual(['–', '–']);
  });

  it('turns from "until" to "ago" by itself when the moment passes', () => {
    const life = { token: 'valid', expiresAtMs: nowMs } as const;
    expect([untilText(life, nowMs - 60_000), untilText(life, nowMs + 60_000)]).toEqual([
      expect.stringMatching(/^until /),
      '1 min ago',
    ]);
  });

  it('says nothing where there is no token', () => {
    expect(untilText({ token: 'none', expiresAtMs: nowMs }, nowMs)).toBe('');
  });
});
