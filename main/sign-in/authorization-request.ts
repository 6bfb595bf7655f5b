/** The authorization request: the address at which a person signs in, and what its answer is held to afterwards. */
import { createHash, randomBytes } from 'node:crypto';

export interface AuthorizationParts {
  /** May have a query of its own, which is kept (RFC 6749 section 3.1) where it does not bend the request. */
  readonly endpoint: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Space-delimited; none is sent when absent. With `openid` in it a nonce is asked for. */
  readonly scope?: string;
  readonly audience?: string;
  /** Sent as well, such as `resource` or `prompt`; those that the request itself needs win. */
  readonly params?: Readonly<Record<string, string>>;
}

/** Random anew for each attempt, and of use for that one alone. */
export interface AuthorizationRequest {
  readonly url: string;
  readonly state: string;
  /** Goes to the token endpoint only (RFC 7636 section 4.1). */
  readonly codeVerifier: string;
  /** OpenID Connect Core section 3.1.2.1; absent where no id_token is asked for. */
  readonly nonce?: string;
}

/** Would take the place of all others (RFC 9101 section 5), or have the answer come otherwise than in the query. */
const neverSent = ['request', 'request_uri', 'response_mode'] as const;

export function createAuthorizationRequest(parts: AuthorizationParts): AuthorizationRequest {
  const state = randomText();
  const codeVerifier = randomText();
  const nonce = parts.scope?.split(' ').includes('openid') === true ? randomText() : undefined;
  const url = new URL(parts.endpoint);
  const parameters = {
    ...parts.params,
    ...(parts.audience === undefined ? {} : { audience: parts.audience }),
    ...(parts.scope === undefined ? {} : { scope: parts.scope }),
    response_type: 'code',
    client_id: parts.clientId,
    redirect_uri: parts.redirectUri,
    state,
    ...(nonce === undefined ? {} : { nonce }),
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const name of neverSent) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, state, codeVerifier, ...(nonce === undefined ? {} : { nonce }) };
}

/** 256 bits in 43 characters that need no escape: what RFC 7636 section 4.1 recommends for a verifier. */
function randomText(): string {
  return randomBytes(32).toString('base64url');
}
