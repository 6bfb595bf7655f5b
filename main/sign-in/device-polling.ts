/** Waits for a person who signs in on another device, by asking the server at its own pace (RFC 8628 sections 3.4 and 3.5). */
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { asTokentrayError, TokentrayError } from '../errors.ts';

export interface DevicePolling<Answer> {
  readonly clock: Clock;
  /** Least time between two requests, as the server wants it. */
  readonly intervalSeconds: number;
  /** From now on. */
  readonly expiresInSeconds: number;
  readonly signal: AbortSignal;
  /** One request; rejects with a TokentrayError. */
  readonly ask: () => Promise<Answer>;
}

/** What `slow_down` adds, for this request and all that follow (RFC 8628 section 3.5). */
const slowDownMs = 5_000;

/** Where the network fails, requests become rarer up to this. */
const maxBackOffMs = 60_000;

/**
 * The first answer that is a token. Rejects with `auth.sign_in_denied`, `auth.sign_in_timeout` when the code has run out,
 * `internal.cancelled`, and what else is not mended by waiting.
 */
export async function pollForToken<Answer>(options: DevicePolling<Answer>): Promise<Answer> {
  const { clock, signal, ask } = options;
  const endMonotonicMs = clock.monotonic() + options.expiresInSeconds * 1_000;
  let intervalMs = options.intervalSeconds * 1_000;
  let pauseMs = intervalMs;
  for (;;) {
    if (clock.monotonic() + pauseMs >= endMonotonicMs) pauseMs = Math.max(0, endMonotonicMs - clock.monotonic());
    await sleep(clock, pauseMs, signal);
    if (signal.aborted) throw new TokentrayError('internal.cancelled');
    if (clock.monotonic() >= endMonotonicMs) throw new TokentrayError('auth.sign_in_timeout');
    try {
      return await ask();
    } catch (thrown) {
      const error = asTokentrayError(thrown);
      const { oauthError, retryAfterMs = 0 } = error.data;
      if (oauthError === 'slow_down') intervalMs += slowDownMs;
      if (oauthError === 'authorization_pending' || oauthError === 'slow_down') {
        pauseMs = Math.max(intervalMs, retryAfterMs);
      } else if (error.code.startsWith('network.') && error.retry === 'later') {
        pauseMs = Math.max(intervalMs, Math.min(pauseMs * 2, maxBackOffMs), retryAfterMs);
      } else {
        throw endOf(error);
      }
    }
  }
}

function endOf(error: TokentrayError): TokentrayError {
  if (error.data.oauthError === 'access_denied') return new TokentrayError('auth.sign_in_denied', { data: error.data });
  return error.data.oauthError === 'expired_token'
    ? new TokentrayError('auth.sign_in_timeout', { data: error.data })
    : error;
}
