import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../main/errors.ts';
import type { ErrorData } from '../../../main/errors.ts';
import { logLine, readLogLine } from '../../../main/log/log-line.ts';
import { isWanted, levelOf, logLevels } from '../../../main/log/log-event.ts';

const atMs = Date.UTC(2027, 0, 2, 3, 4, 5, 6);

describe('a line', () => {
  it('tells when, how much it matters, what, and about which profile', () => {
    const line = logLine(atMs, { event: 'token-obtained', profile: 'acme', expiresAtMs: atMs + 1_000 });
    expect(JSON.parse(line)).toEqual({
      at: '2027-01-02T03:04:05.006Z',
      level: 'info',
      event: 'token-obtained',
      profile: 'acme',
      expiresAt: '2027-01-02T03:04:06.006Z',
    });
  });

  it('tells of a failure its code and the facts that name nobody', () => {
    const data: ErrorData = { host: 'id.example.com', status: 401, oauthError: 'invalid_client', retryAfterMs: 5 };
    const line = logLine(atMs, { event: 'token-failed', profile: 'acme', error: { code: 'auth.refused', data } });
    expect(readLogLine(line)?.facts).toEqual({ profile: 'acme', code: 'auth.refused', ...data });
  });

  it('holds an expiry that no date can be', () => {
    expect(() => logLine(atMs, { event: 'token-obtained', profile: 'acme', expiresAtMs: 1e300 })).not.toThrow();
  });

  it('holds no text that came from elsewhere, whatever a failure carries', () => {
    const hostile = fc.string().map((text) => `CANARY ${text}`);
    const data = fc.record({
      profile: hostile,
      host: hostile,
      oauthError: hostile,
      description: hostile,
      systemCode: hostile,
      path: hostile,
      backup: hostile,
      suggestion: hostile,
      expected: hostile,
      actual: hostile,
      askedScope: hostile,
      detail: hostile,
      issues: fc.array(fc.record({ path: hostile, message: hostile })),
    });
    fc.assert(
      fc.property(data, hostile, fc.constantFrom(...errorCodes), (facts, profile, code) => {
        const events = ['token-failed', 'sign-in-failed', 'vault-out-of-reach'] as const;
        return events.every(
          (event) => !logLine(atMs, { event, profile, error: { code, data: facts } }).includes('CANARY'),
        );
      }),
    );
  });
});

describe('the level', () => {
  it.each([
    ['network.dns', 'warn'],
    ['storage.keychain_locked', 'warn'],
    ['auth.refused', 'error'],
    ['auth.sign_in_needed', 'error'],
  ] as const)('of %s is %s', (code, level) => {
    expect(levelOf({ event: 'token-failed', profile: 'acme', error: { code, data: {} } })).toBe(level);
  });

  it('wants what matters as much or more', () => {
    expect(logLevels.filter((level) => isWanted(level, 'warn'))).toEqual(['error', 'warn']);
  });
});

it.each(['', 'no JSON', '[]', '{"at":1}', '{"at":"x","level":"loud","event":"y"}', '{"at":"2027-01-02T03:04:05.0'])(
  'reads nothing from %j',
  (line) => {
    expect(readLogLine(line)).toBeUndefined();
  },
);
