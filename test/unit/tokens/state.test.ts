import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityState, appearance, livesLongEnough, remainingMs, tokenState } from '../../../main/tokens/state.ts';
import type { ActivityState, TokenState } from '../../../main/tokens/state.ts';

const now = 1_800_000_000_000;
const facts = (obtainedAtMs: number, expiresAtMs: number | null) => ({
  tokenType: 'Bearer',
  obtainedAtMs,
  expiresAtMs,
  clockOffsetMs: null,
});

describe('a token', () => {
  it('is none, valid, valid with unknown expiry, or expired', () => {
    expect(tokenState(undefined, now)).toBe('none');
    expect(tokenState(facts(now, now + 1), now)).toBe('valid');
    expect(tokenState(facts(now, null), now)).toBe('valid-expiry-unknown');
    expect(tokenState(facts(now - 2, now), now)).toBe('expired');
  });

  it('that seems to come from the future counts as dead: the clock was set back', () => {
    expect(remainingMs(facts(now + 6_000, now + 600_000), now)).toBe(0);
    expect(remainingMs(facts(now + 4_000, now + 600_000), now)).toBe(600_000);
  });

  it('never has a negative remaining life', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (obtained, expires) => {
        expect(remainingMs(facts(obtained, expires), 0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('with no life left is never enough, even for a wish of zero', () => {
    expect(livesLongEnough(0, 0)).toBe(false);
    expect(livesLongEnough(1, 0)).toBe(true);
    expect(livesLongEnough(null, 60_000)).toBe(true);
  });
});

describe('activity', () => {
  const failed = {
    failures: 1,
    lastAttemptAtMs: now,
    lastError: { code: 'network.refused', data: {} },
    retryAtMs: now,
    notBeforeMs: null,
    stopped: false,
    unchanged: false,
  } as const;

  it('is read from the last attempt', () => {
    expect(activityState(undefined, false)).toBe('idle');
    expect(activityState(failed, false)).toBe('retry');
    expect(activityState({ ...failed, stopped: true }, false)).toBe('stopped');
    expect(activityState({ ...failed, lastError: { code: 'auth.sign_in_needed', data: {} } }, false)).toBe(
      'sign-in-needed',
    );
    expect(activityState(failed, true)).toBe('refreshing');
  });
});

describe('the appearance', () => {
  const tokens = fc.constantFrom<TokenState>('none', 'valid', 'valid-expiry-unknown', 'expired');
  const activities = fc.constantFrom<ActivityState>('idle', 'refreshing', 'retry', 'stopped', 'sign-in-needed');
  const remaining = fc.option(fc.nat());

  it('is locked whenever the vault is', () => {
    fc.assert(
      fc.property(tokens, activities, remaining, fc.boolean(), (token, activity, ms, planned) => {
        expect(appearance({ locked: true, token, activity, remainingMs: ms, planned })).toBe('locked');
      }),
    );
  });

  it('asks for attention exactly when a person must act or nothing can be handed out after a failure', () => {
    fc.assert(
      fc.property(tokens, activities, remaining, fc.boolean(), (token, activity, ms, planned) => {
        const usable = token === 'valid' || token === 'valid-expiry-unknown';
        const needsPerson =
          activity === 'stopped' || activity === 'sign-in-needed' || (activity === 'retry' && !usable);
        const shown = appearance({ locked: false, token, activity, remainingMs: ms, planned });
        expect(shown === 'attention').toBe(needsPerson);
      }),
    );
  });

  it('is ok for a valid token that renews by itself, however short its life', () => {
    expect(appearance({ locked: false, token: 'valid', activity: 'idle', remainingMs: 100, planned: true })).toBe('ok');
  });

  it('says expiring for a short life that nobody will renew', () => {
    expect(appearance({ locked: false, token: 'valid', activity: 'idle', remainingMs: 59_000, planned: false })).toBe(
      'expiring',
    );
  });
});
