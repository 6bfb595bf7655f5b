/** How far the server's clock is from ours, as far as an answer tells. */
import { parseHttpDate } from '../clock.ts';
import type { HttpAnswer } from '../http/http.ts';

/** The Date header cuts off fractions: on average the server's clock stood half a second later. */
const meanTruncationMs = 500;

/**
 * Server's clock minus the local one, ms; undefined without a readable `Date` header (RFC 9110 section 6.6.1).
 * The server is taken to have answered halfway between sending and receiving, so the figure is good to half a second
 * plus half the time the answer took: callers ignore offsets below about two seconds.
 */
export function clockOffsetMs(answer: HttpAnswer): number | undefined {
  const serverMs = parseHttpDate(answer.headers.get('date'));
  if (serverMs === undefined) return undefined;
  return Math.round(serverMs + meanTruncationMs - (answer.sentAtMs + answer.receivedAtMs) / 2);
}
