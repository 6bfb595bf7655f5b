/** Who asks an authorization server, where, and how: what every grant shares. */
import type { BodyShape, ClientAuthMethod } from '../profiles/profile.ts';

/** One client at one token endpoint. */
export interface TokenClient {
  /** Absolute; `http` for loopback hosts alone (RFC 6749 section 3.2). */
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientAuth: ClientAuthMethod;
  /** For `client_secret_post` and `client_secret_basic`. */
  readonly clientSecret?: string;
  /** For `private_key_jwt`. */
  readonly privateKeyJwk?: Readonly<Record<string, unknown>>;
  /** Where it is known: what ID tokens must name, and the audience of client assertions in place of the token endpoint. */
  readonly issuer?: string;
  readonly body: BodyShape;
  /** Sent as well; those that the request itself needs win. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as well; those that the grant itself needs win. */
  readonly params?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Wall clock corrected by what is known of the server's, ms: what an assertion's `exp` counts from. */
  readonly serverNowMs: () => number;
  /**
   * Called with the refresh token of any 2xx answer, and awaited, before anything else of the answer is validated. What
   * it rejects with is what the request rejects with.
   */
  readonly keepRefreshToken?: (refreshToken: string) => Promise<void>;
}
