import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { ErrorCode } from '../../../main/errors.ts';
import { pollForToken } from '../../../main/sign-in/device-polling.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';

const waiting = (oauthError: string) => new TokentrayError('network.rate_limited', { data: { oauthError } });
const refused = (oauthError: string) => new TokentrayError('auth.refused', { data: { oauthError } });

/** Polls with these answers in order, the last one again and again; `atSeconds` are the moments of the requests. */
function poll(answers: readonly (TokentrayError | string)[], expiresInSeconds = 600) {
  const clock = new FakeClock();
  const startMs = clock.monotonic();
  const atSeconds: number[] = [];
  const controller = new AbortController();
  const polling = pollForToken({
    clock,
    intervalSeconds: 5,
    expiresInSeconds,
    signal: controller.signal,
    async ask() {
      const answer = answers[Math.min(atSeconds.length, answers.length - 1)];
      atSeconds.push((clock.monotonic() - startMs) / 1_000);
      if (typeof answer === 'string') return answer;
      throw answer;
    },
  });
  const outcome: { token?: string; failure?: ErrorCode } = {};
  polling.then(
    (token) => (outcome.token = token),
    (error: TokentrayError) => (outcome.failure = error.code),
  );
  return { clock, atSeconds, outcome, controller };
}

describe('RFC 8628 section 3.4: waiting for the person', () => {
  it('asks after the interval, not at once', async () => {
    const { clock, atSeconds, outcome } = poll(['token']);
    await clock.advance(4_999);
    expect(atSeconds).toStrictEqual([]);
    await clock.advance(1);
    expect(outcome.token).toBe('token');
  });

  it('sends nothing more once there is a token', async () => {
    const { clock, atSeconds } = poll(['token']);
    await clock.advance(60_000);
    expect(atSeconds).toStrictEqual([5]);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('RFC 8628 section 3.5: the answers while it lasts', () => {
  it('authorization_pending: asks again after the interval', async () => {
    const { clock, atSeconds } = poll([waiting('authorization_pending')]);
    await clock.advance(16_000);
    expect(atSeconds).toStrictEqual([5, 10, 15]);
  });

  it('slow_down: adds five seconds for this and all that follow', async () => {
    const pending = waiting('authorization_pending');
    const { clock, atSeconds } = poll([waiting('slow_down'), pending, waiting('slow_down'), pending]);
    await clock.advance(61_000);
    expect(atSeconds).toStrictEqual([5, 15, 25, 40, 55]);
  });

  it('access_denied: is a denied sign-in', async () => {
    const { clock, outcome } = poll([refused('access_denied')]);
    await clock.advance(5_000);
    expect(outcome.failure).toBe('auth.sign_in_denied');
  });

  it('expired_token: is a sign-in that was not finished in time', async () => {
    const { clock, outcome } = poll([refused('expired_token')]);
    await clock.advance(5_000);
    expect(outcome.failure).toBe('auth.sign_in_timeout');
  });

  it('any other refusal ends it as it is', async () => {
    const { clock, outcome, atSeconds } = poll([refused('invalid_client')]);
    await clock.advance(60_000);
    expect(outcome.failure).toBe('auth.refused');
    expect(atSeconds).toHaveLength(1);
  });

  it('a network that fails makes requests rarer, and a good answer frequent again', async () => {
    const down = new TokentrayError('network.timeout');
    const { clock, atSeconds } = poll([down, down, waiting('authorization_pending'), 'token']);
    await clock.advance(60_000);
    expect(atSeconds).toStrictEqual([5, 15, 35, 40]);
  });

  it('Retry-After is obeyed', async () => {
    const busy = new TokentrayError('network.server_error', { data: { retryAfterMs: 30_000 } });
    const { clock, atSeconds } = poll([busy, 'token']);
    await clock.advance(60_000);
    expect(atSeconds).toStrictEqual([5, 35]);
  });

  it('the code runs out: nothing is sent any more', async () => {
    const { clock, atSeconds, outcome } = poll([waiting('authorization_pending')], 12);
    await clock.advance(60_000);
    expect(atSeconds).toStrictEqual([5, 10]);
    expect(outcome.failure).toBe('auth.sign_in_timeout');
  });

  it('a cancelled wait sends nothing', async () => {
    const { clock, atSeconds, outcome, controller } = poll(['token']);
    controller.abort();
    await settle();
    expect(outcome.failure).toBe('internal.cancelled');
    await clock.advance(60_000);
    expect(atSeconds).toStrictEqual([]);
  });
});
