/** How long a server asks to be left alone. */
import { parseHttpDate } from '../clock.ts';
import type { HttpAnswer } from '../http/http.ts';

/** The longest that any server is obeyed: one day. Who asks for more is rather wrong, and one request a day harms nobody. */
export const maxRetryAfterMs = 24 * 60 * 60_000;

/**
 * Milliseconds of the `Retry-After` header, seconds or an HTTP date (RFC 9110 section 10.2.3), never more than
 * `maxRetryAfterMs`; undefined without a readable one. A date counts against the answer's own Date header, so that a
 * wrong local clock does not matter.
 */
export function retryAfterMs(answer: HttpAnswer): number | undefined {
  const text = answer.headers.get('retry-after')?.trim();
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1_000), maxRetryAfterMs);
  const untilMs = parseHttpDate(text);
  if (untilMs === undefined) return undefined;
  const nowMs = parseHttpDate(answer.headers.get('date')) ?? answer.receivedAtMs;
  return Math.min(Math.max(0, untilMs - nowMs), maxRetryAfterMs);
}
