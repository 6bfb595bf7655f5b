import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodes, TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import type { ActivityRecord, TokenFacts } from '../../../main/storage/records.ts';
import {
  afterFailure,
  afterSuccess,
  earlyMs,
  gapMs,
  jitterOf,
  nextRefreshAtMs,
  refreshCouldHelp,
  stops,
} from '../../../main/tokens/refresh-policy.ts';

const now = 1_800_000_000_000;
const profile: Profile = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'x' };
const token = (ageMs: number, lifetimeMs: number): TokenFacts => ({
  tokenType: 'Bearer',
  obtainedAtMs: now - ageMs,
  expiresAtMs: now - ageMs + lifetimeMs,
  clockOffsetMs: null,
});
const next = (facts: TokenFacts | undefined, activity?: ActivityRecord, over: Partial<Profile> = {}) =>
  nextRefreshAtMs({
    profile: { ...profile, ...over },
    facts,
    activity,
    hasSession: false,
    nowMs: now,
    jitter: 0,
    earlySeconds: 60,
  });

const lifetimes = fc.integer({ min: 1_000, max: 10 * 365 * 86_400_000 });
const jitters = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the early margin', () => {
  it('is a minute for a token of twelve minutes', () => {
    expect(earlyMs(749_000, 60, 0)).toBe(74_900);
    expect(earlyMs(600_000, 60, 0)).toBe(60_000);
  });

  it('never exceeds half the lifetime or ten minutes, jitter included', () => {
    fc.assert(
      fc.property(lifetimes, fc.integer({ min: 0, max: 3_600 }), jitters, (lifetime, early, jitter) => {
        const ms = earlyMs(lifetime, early, jitter);
        expect(ms).toBeLessThanOrEqual(Math.min(lifetime / 2, 600_000));
        expect(ms).toBeGreaterThanOrEqual(Math.min(lifetime / 10, lifetime / 2, 600_000));
      }),
    );
  });
});

describe('the next refresh by timer', () => {
  it('is due at once without a token', () => {
    expect(next(undefined)).toBe(now);
  });

  it('is planned before the expiry of a token', () => {
    expect(next(token(0, 600_000))).toBe(now + 540_000);
  });

  it('comes at half the life of a token of sixty seconds', () => {
    expect(next(token(0, 60_000))).toBe(now + 30_000);
  });

  it.each(['on-use', 'manual'] as const)('is never planned in mode %s', (mode) => {
    expect(next(undefined, undefined, { refresh: { mode } })).toBeUndefined();
    expect(next(token(600_000, 60_000), undefined, { refresh: { mode } })).toBeUndefined();
  });

  it('is not planned for a token whose expiry nobody knows', () => {
    expect(next({ ...token(0, 1), expiresAtMs: null })).toBeUndefined();
  });

  it('waits for the expiry when the last answer brought nothing new', () => {
    expect(next(token(10_000, 60_000), afterSuccess(now - 10_000, true))).toBe(now + 50_000);
  });

  it('is not planned for a stopped profile', () => {
    const refused = new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client' } });
    const activity = afterFailure({ previous: undefined, error: refused, attemptAtMs: now, nowMs: now, random: 0.5 });
    expect(next(undefined, activity)).toBeUndefined();
  });

  it('is due at once when the clock was set back behind the token', () => {
    expect(next(token(-3_600_000, 600_000))).toBeLessThanOrEqual(now);
  });

  it('never follows an attempt by less than the gap', () => {
    fc.assert(
      fc.property(
        lifetimes,
        fc.integer({ min: 0, max: 86_400_000 }),
        fc.boolean(),
        jitters,
        (lifetime, age, same, jitter) => {
          const facts = token(age, lifetime);
          const lastAttemptAtMs = facts.obtainedAtMs;
          const activity = afterSuccess(lastAttemptAtMs, same);
          const atMs = nextRefreshAtMs({
            profile,
            facts,
            activity,
            hasSession: false,
            nowMs: now,
            jitter,
            earlySeconds: 60,
          });
          expect(atMs).toBeGreaterThanOrEqual(lastAttemptAtMs + gapMs(lifetime));
        },
      ),
    );
  });

  it('gives the same plan whenever it is computed before it is due', () => {
    fc.assert(
      fc.property(lifetimes, jitters, fc.double({ min: 0, max: 0.4, noNaN: true }), (lifetime, jitter, part) => {
        const facts = token(0, lifetime);
        const at = (nowMs: number) =>
          nextRefreshAtMs({ profile, facts, activity: undefined, hasSession: false, nowMs, jitter, earlySeconds: 60 });
        expect(at(now + lifetime * part)).toBe(at(now));
      }),
    );
  });
});

describe('a failure', () => {
  const failAt = (
    nowMs: number,
    code: (typeof errorCodes)[number],
    previous?: ActivityRecord,
    retryAfterMs?: number,
    random = 0.5,
  ) =>
    afterFailure({
      previous,
      error: new TokentrayError(code, { data: retryAfterMs === undefined ? {} : { retryAfterMs } }),
      attemptAtMs: nowMs,
      nowMs,
      random,
    });
  const fail = (code: (typeof errorCodes)[number], previous?: ActivityRecord, retryAfterMs?: number) =>
    failAt(now, code, previous, retryAfterMs);

  it('is tried again after 5 s, doubling up to 15 min', () => {
    const waits: number[] = [];
    let activity: ActivityRecord | undefined;
    for (let count = 0; count < 12; count++) {
      const attemptAtMs = activity?.retryAtMs ?? now;
      activity = failAt(attemptAtMs, 'network.refused', activity);
      waits.push((activity.retryAtMs ?? 0) - attemptAtMs);
    }
    expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(waits.at(-1)).toBe(900_000);
  });

  it('is spread by at most a fifth and never beyond 15 min', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), jitters, (failures, random) => {
        const previous = { ...fail('network.refused'), failures, retryAtMs: now };
        const waitMs = (failAt(now, 'network.refused', previous, undefined, random).retryAtMs ?? 0) - now;
        const plain = Math.min(5_000 * 2 ** Math.min(failures, 20), 900_000);
        expect(waitMs).toBeGreaterThanOrEqual(plain * 0.9);
        expect(waitMs).toBeLessThanOrEqual(Math.min(plain * 1.1, 900_000));
      }),
    );
  });

  it('that came ahead of the plan, because somebody asked, does not move the plan', () => {
    const planned = fail('network.refused', { ...fail('network.refused'), failures: 5, retryAtMs: now });
    expect(failAt(now + 1_000, 'network.refused', planned)).toMatchObject({
      failures: planned.failures,
      retryAtMs: planned.retryAtMs,
    });
  });

  it('obeys the server about when to come back', () => {
    const activity = fail('network.rate_limited', undefined, 120_000);
    expect(activity).toMatchObject({ retryAtMs: now + 120_000, notBeforeMs: now + 120_000, stopped: false });
  });

  it('is tried again with growing pauses by a server that asks for the same short pause each time', () => {
    const waits: number[] = [];
    let activity: ActivityRecord | undefined;
    for (let count = 0; count < 12; count++) {
      const attemptAtMs = activity?.retryAtMs ?? now;
      activity = failAt(attemptAtMs, 'network.rate_limited', activity, 10_000);
      waits.push((activity.retryAtMs ?? 0) - attemptAtMs);
      expect(activity.notBeforeMs).toBe(attemptAtMs + 10_000);
    }
    expect(waits.slice(0, 5)).toEqual([10_000, 10_000, 20_000, 40_000, 80_000]);
    expect(waits.at(-1)).toBe(900_000);
  });

  it('is never tried again before the server allows it', () => {
    fc.assert(
      fc.property(fc.nat(86_400_000), fc.nat(30), jitters, (retryAfterMs, failures, random) => {
        const previous = { ...fail('network.rate_limited'), failures, retryAtMs: now };
        const activity = failAt(now, 'network.rate_limited', previous, retryAfterMs, random);
        expect(activity.retryAtMs).toBeGreaterThanOrEqual(now + retryAfterMs);
      }),
    );
  });

  it('is not tried again at once, even by a server that says so', () => {
    expect(fail('network.rate_limited', undefined, 0).retryAtMs).toBe(now + 5_000);
  });

  it('bounds a server that says to come back next year', () => {
    expect(fail('network.rate_limited', undefined, 365 * 86_400_000).notBeforeMs).toBe(now + 86_400_000);
  });

  it.each(errorCodes)('%s either stops or is tried again, never both and never neither', (code) => {
    const activity = fail(code);
    expect(activity.stopped).toBe(activity.retryAtMs === null);
  });

  it.each(errorCodes.filter((code) => code.startsWith('network.')))('%s never stops a profile', (code) => {
    expect(stops(new TokentrayError(code))).toBe(false);
  });

  it.each(['auth.refused', 'auth.secret_missing', 'auth.secret_rebind', 'auth.sign_in_needed'] as const)(
    '%s stops until a person acts',
    (code) => {
      expect(stops(new TokentrayError(code))).toBe(true);
    },
  );
});

describe('whether a refresh could help', () => {
  it('says no in the first half of a token that is shorter than the wish', () => {
    expect(refreshCouldHelp(token(10_000, 45_000), 35_000, 60_000)).toBe(false);
  });

  it('says yes in its second half', () => {
    expect(refreshCouldHelp(token(30_000, 45_000), 15_000, 60_000)).toBe(true);
  });

  it('says yes for a token that was longer than the wish', () => {
    expect(refreshCouldHelp(token(700_000, 749_000), 49_000, 60_000)).toBe(true);
  });
});

describe('jitter', () => {
  it('is a fraction that depends on the token alone', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer(), (id, obtainedAtMs) => {
        const jitter = jitterOf(id, obtainedAtMs);
        expect(jitter).toBeGreaterThanOrEqual(0);
        expect(jitter).toBeLessThan(1);
        expect(jitterOf(id, obtainedAtMs)).toBe(jitter);
      }),
    );
  });
});
