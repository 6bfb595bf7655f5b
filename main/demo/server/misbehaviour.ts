/** What a demo tenant does wrong on purpose, client by client, so that a failing server can be seen and tested. */
import type { Clock } from '../../clock.ts';
import type { Untidiness } from './untidy.ts';

export type Fault =
  /** Answers with this status and an OAuth error, such as 500, 503, or 429 with a time to wait. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** Answers with a web page, as portals and broken gateways do. */
  | { readonly kind: 'page'; readonly status: number; readonly retryAfterSeconds?: number }
  /** Answers rightly, but late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Acts on the request rightly, and answers in these untidy ways. */
  | { readonly kind: 'untidy'; readonly ways: readonly Untidiness[] }
  /** Acts on the request rightly, and ends the connection in place of the answer: a refresh token is spent all the same. */
  | { readonly kind: 'lost' }
  /** Ends the connection, and does nothing. */
  | { readonly kind: 'reset' };

/** How long a fault lasts: so many requests, or so long; until `clear` when neither is said. */
export interface FaultSpan {
  readonly requests?: number;
  readonly forMs?: number;
}

export interface Misbehaviour {
  set(clientId: string, fault: Fault, span?: FaultSpan): void;
  clear(clientId: string): void;
  /** The fault for a request of this client that is answered now, counting it. */
  take(clientId: string): Fault | undefined;
}

export function createMisbehaviour(clock: Clock): Misbehaviour {
  const faults = new Map<string, { readonly fault: Fault; left: number; readonly endsAtMs: number }>();
  return {
    set(clientId, fault, { requests = Infinity, forMs = Infinity } = {}) {
      faults.set(clientId, { fault, left: requests, endsAtMs: clock.monotonic() + forMs });
    },
    clear(clientId) {
      faults.delete(clientId);
    },
    take(clientId) {
      const entry = faults.get(clientId);
      if (entry === undefined) return undefined;
      if (entry.left > 0 && clock.monotonic() < entry.endsAtMs) {
        entry.left -= 1;
        return entry.fault;
      }
      faults.delete(clientId);
      return undefined;
    },
  };
}
