import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fullInstant, shortInstant } from '../../../renderer/words/instant.ts';

const nowMs = Date.UTC(2026, 10, 21, 14, 0);

beforeEach(() => void vi.stubEnv('TZ', 'UTC'));
afterEach(() => void vi.unstubAllEnvs());

describe('a moment in the notation of the person', () => {
  it('is the time alone when it is today', () => {
    expect(shortInstant(nowMs + 32 * 60_000, nowMs, 'en-GB')).toBe('14:32');
  });

  it('carries the date when it is another day', () => {
    expect(shortInstant(nowMs + 24 * 3_600_000, nowMs, 'en-GB')).toBe('22 Nov, 14:00');
  });

  it('follows the locale', () => {
    expect(shortInstant(nowMs, nowMs, 'en-US').replace('\u202f', ' ')).toBe('2:00 PM');
  });

  it('goes down to the second where it is written in full', () => {
    expect(fullInstant(nowMs + 10_000, 'en-GB')).toBe('21 Nov 2026, 14:00:10');
  });
});
