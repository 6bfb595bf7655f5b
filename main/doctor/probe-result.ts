/** What a probe found out about a token and its API: plain data, without any secret or token. */
import type { ErrorCode } from '../errors.ts';
import type { SentToken } from '../systems/request-headers.ts';
import type { TokenIdentity } from '../systems/token-identity.ts';

export type ProbeVerdict =
  | 'works'
  /** 401. */
  | 'unauthorized'
  /** 403. */
  | 'forbidden'
  /** Something else than the API answers there: a web page, or a redirect. */
  | 'wrong-host'
  /** The API knows no such address, or takes no GET there. */
  | 'wrong-path'
  | 'rate-limited'
  | 'server-error'
  /** Another answer that neither shows that the token works nor that it does not. */
  | 'unclear'
  /** No answer: DNS, TLS, proxy, connection; `code` says which. */
  | 'unreachable'
  /** Nothing was sent: the token is not for that address. */
  | 'refused-url'
  /** Nothing was sent: the profile knows no API. */
  | 'no-api';

/** One thing that was looked at. */
export interface ProbeCheck {
  /** A few words, such as `redirect URI`. */
  readonly name: string;
  /** Null: it could not be found out, or is no fault. */
  readonly ok: boolean | null;
  /** A sentence. */
  readonly words: string;
}

export interface ProbeResult {
  readonly verdict: ProbeVerdict;
  /** Origin and path that were asked, without the query; absent when nothing was sent. */
  readonly address?: string;
  /** HTTP status of the answer. */
  readonly status?: number;
  /** Of `unreachable` and of redirects: what kind of failure it was. */
  readonly code?: ErrorCode;
  /** What was found, and what to do: one sentence or more each. */
  readonly what: string;
  readonly next: string;
  readonly checks: readonly ProbeCheck[];
  /** ISO date on which the personal access token ends, as the API says; fit for the profile's field of that name. */
  readonly credentialExpires?: string;
}

/** The token that is probed; a stored one fits. */
export interface ProbeToken extends SentToken {
  /** Space-delimited, as granted. */
  readonly scope?: string;
  /** Wall-clock milliseconds; null: unknown. */
  readonly expiresAtMs: number | null;
  /** Who it is for, where that is known. */
  readonly identity?: TokenIdentity;
}
