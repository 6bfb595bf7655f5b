/** The tokens of a demo server of OpenID Connect. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Clock } from '../../clock.ts';
import type { RefreshTokens } from '../oauth/refresh-tokens.ts';
import type { Session, Sessions } from '../oauth/sessions.ts';
import type { SigningKey } from '../oauth/signing-key.ts';
import { tokenAnswer, type DemoAnswer } from '../server/answer.ts';
import { grantTypes, mayUse, scopesOf, type OidcClient } from './clients.ts';

export interface TokenPorts {
  readonly clock: Clock;
  readonly issuer: string;
  readonly key: SigningKey;
  readonly sessions: Sessions;
  readonly refreshTokens: RefreshTokens;
  readonly tokenLifetimeSeconds: number;
}

/** RFC 9068 section 2.1. */
const accessTokenType = 'at+jwt';

export interface IssueRequest {
  readonly client: OidcClient;
  readonly session: Session;
  /** Space-delimited; not more than the session has. */
  readonly scope: string;
  /** For whom the access token is; default the server itself. */
  readonly audience: string | undefined;
}

/** RFC 6749 section 5.1; with an ID token where a person signed in and `openid` was asked for. */
export async function issueTokens(
  { client, session, scope, audience }: IssueRequest,
  ports: TokenPorts,
): Promise<DemoAnswer> {
  const { clock, issuer, key, sessions } = ports;
  const { clientId, userName } = session;
  const iat = Math.floor(clock.now() / 1_000);
  const lifetimeSeconds = client.tokenLifetimeSeconds ?? ports.tokenLifetimeSeconds;
  const jti = randomUUID();
  sessions.add(jti, session);
  const times = { iat, exp: iat + lifetimeSeconds };
  const access = { iss: issuer, sub: userName ?? clientId, aud: audience ?? issuer, client_id: clientId, scope, jti };
  return tokenAnswer({
    access_token: await key.sign({ ...access, ...times }, accessTokenType),
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ...(scope === '' ? {} : { scope }),
    ...refreshTokenFor(client, session, ports),
    ...(userName !== undefined && scopesOf(scope).includes('openid')
      ? { id_token: await key.sign({ ...idClaims(session, userName, issuer), ...times }, 'JWT') }
      : {}),
  });
}

/** The claims of an access token that is good here and now, else undefined. */
export async function checkAccessToken(token: string, { key, sessions }: TokenPorts): Promise<JWTPayload | undefined> {
  const claims = await key.check(token, accessTokenType);
  return typeof claims === 'string' || sessions.isTokenEnded(claims.jti ?? '') ? undefined : claims;
}

/** A machine needs none: it can ask anew (RFC 6749 section 4.4.3). */
function refreshTokenFor(
  client: OidcClient,
  session: Session,
  { clock, refreshTokens }: TokenPorts,
): { readonly refresh_token?: string } {
  if (session.userName === undefined || !mayUse(client, grantTypes.refreshToken)) return {};
  const token = randomBytes(32).toString('base64url');
  const lifetimeSeconds = client.refreshTokenLifetimeSeconds ?? Infinity;
  refreshTokens.add(token, session, clock.now() + lifetimeSeconds * 1_000);
  return { refresh_token: token };
}

/** OpenID Connect Core section 2. */
function idClaims({ clientId, nonce }: Session, userName: string, issuer: string): JWTPayload {
  const person = { preferred_username: userName, email: `${userName}@example.com`, email_verified: true };
  return { iss: issuer, sub: userName, aud: clientId, ...(nonce === undefined ? {} : { nonce }), ...person };
}
