/** Telling a server that tokens are not used any more (RFC 7009), as far as it can be told. */
import { asTokentrayError } from '../errors.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import type { Http } from '../http/http.ts';
import { revokeToken } from '../grants/revocation.ts';
import type { Revocation } from '../grants/revocation.ts';
import { describeError } from '../systems/explain.ts';
import { systemOf } from '../systems/registry.ts';
import { holdsSession } from './auth-kinds.ts';
import { signInClient } from './sign-in-client.ts';
import type { SignInClient, SignInParts } from './sign-in-client.ts';
import type { SignOutResult } from './sign-ins.ts';

export interface LivingTokens {
  readonly accessToken?: string | undefined;
  readonly refreshToken?: string | undefined;
}

/** Revokes what is stored for a profile; nothing is unsealed where nobody can be told. Never rejects. */
export async function revokeStored(parts: SignInParts, stored: StoredProfile): Promise<SignOutResult> {
  const { http, storage } = parts;
  const { id, profile } = stored;
  try {
    if (storage.sessions.facts(id) === undefined && storage.tokens.facts(id) === undefined) return { revoked: false };
    // A token without a session ends by itself soon, as whoever removes such a profile expects.
    if (systemOf(profile).endpoints(profile).revoke === undefined) {
      return holdsSession(profile) ? noEndpoint(profile) : { revoked: false };
    }
    const client = await signInClient(parts, stored);
    const session = await storage.sessions.read(id);
    const refreshToken = session?.origin === client.origin ? session.refreshToken : undefined;
    const accessToken = (await storage.tokens.read(id))?.accessToken;
    return await revokeTokens(http, client, { refreshToken, accessToken });
  } catch (thrown) {
    return notTold(thrown, profile);
  }
}

/**
 * Revokes the refresh token, with which servers end what was issued from it (RFC 7009 section 2.1), else the access
 * token. Never rejects.
 */
export async function revokeTokens(http: Http, client: SignInClient, tokens: LivingTokens): Promise<SignOutResult> {
  const { profile, endpoints, origin } = client;
  const wanted = tokenToRevoke(tokens);
  if (wanted === undefined) return { revoked: false };
  const endpoint = endpoints.revoke;
  if (endpoint === undefined) return noEndpoint(profile);
  if (new URL(endpoint).origin !== origin) {
    const host = new URL(endpoint).host;
    return {
      revoked: false,
      warning: `The server is not told: its revocation endpoint is on another host (${host}), and tokens go only where they came from.`,
    };
  }
  try {
    await revokeToken(http, client.at({}), { endpoint, ...wanted });
    return { revoked: true };
  } catch (thrown) {
    return notTold(thrown, profile);
  }
}

/** What to say of what kept the server from being told; `profile` where it is known. */
export function notTold(thrown: unknown, profile?: Profile): SignOutResult {
  const { what } = describeError(asTokentrayError(thrown), profile);
  return { revoked: false, warning: `The server could not be told: ${what} The session ends there by itself.` };
}

function tokenToRevoke({ refreshToken, accessToken }: LivingTokens): Omit<Revocation, 'endpoint'> | undefined {
  if (refreshToken !== undefined) return { token: refreshToken, hint: 'refresh_token' };
  return accessToken === undefined ? undefined : { token: accessToken, hint: 'access_token' };
}

function noEndpoint(profile: Profile): SignOutResult {
  const system = systemOf(profile);
  const link = system.links?.(profile).find(({ id }) => id === 'sign-out');
  const byHand = link === undefined ? '.' : `, or when you sign out in the browser: ${link.url}`;
  return {
    revoked: false,
    warning: `${system.label} is not told, as it has no revocation endpoint that is known here: the session ends there by itself${byHand}`,
  };
}
