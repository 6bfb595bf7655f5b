/** What a token endpoint's successful answer means, after normalising. */

/** The longest life that is believed of any token: ten years. More is a time stamp or a joke, and tells nothing. */
export const maxLifetimeSeconds = 10 * 365 * 24 * 60 * 60;

export interface TokenAnswer {
  readonly accessToken: string;
  /** As the server spelled it, or `Bearer` when it sent none. */
  readonly tokenType: string;
  /** `expires_in` in seconds, where the server sent a usable one (RFC 6749 section 5.1). */
  readonly expiresInSeconds?: number;
  /** Space-delimited. */
  readonly scope?: string;
  readonly refreshToken?: string;
  /** Server's clock minus the local one, ms, from the `Date` header; absent without the header. */
  readonly clockOffsetMs?: number;
  /** Wall clock when the request was sent, ms. */
  readonly sentAtMs: number;
  readonly sentAtMonotonicMs: number;
}
