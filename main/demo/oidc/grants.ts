/** What each grant of a demo server of OpenID Connect wants, and whom it speaks for. */
import type { Codes } from '../oauth/codes.ts';
import { findMissing, type Parameters, type Refusal } from '../oauth/parameters.ts';
import type { RefreshTokens } from '../oauth/refresh-tokens.ts';
import type { Session } from '../oauth/sessions.ts';
import { oauthError } from '../server/answer.ts';
import { isAssertionOf, type AssertionPorts } from './assertion.ts';
import { grantTypes, mayAskFor, scopesOf, type GrantType, type OidcClient } from './clients.ts';
import type { DeviceCodes } from './device-codes.ts';

export interface GrantPorts extends AssertionPorts {
  readonly codes: Codes;
  readonly refreshTokens: RefreshTokens;
  readonly deviceCodes: DeviceCodes;
}

interface Granted {
  readonly session: Session;
  readonly scope: string;
}

type Answer = Granted | Refusal;
type Grant = (client: OidcClient, parameters: Parameters, ports: GrantPorts) => Answer | Promise<Answer>;

export const grants: Readonly<Record<GrantType, Grant>> = {
  [grantTypes.authorizationCode]: (client, parameters, { codes }) => {
    const missing = findMissing(parameters, ['code', 'redirect_uri', 'code_verifier']);
    if (missing !== undefined) return missing;
    const found = codes.redeem({
      code: parameters.get('code') ?? '',
      clientId: client.clientId,
      redirectUri: parameters.get('redirect_uri') ?? '',
      codeVerifier: parameters.get('code_verifier'),
    });
    return 'problem' in found ? invalid('invalid_grant', found.problem) : whole(found.session);
  },

  /** Less scope may be asked for, never more (RFC 6749 section 6); the session keeps what it has. */
  [grantTypes.refreshToken]: (client, parameters, { refreshTokens }) => {
    const missing = findMissing(parameters, ['refresh_token']);
    if (missing !== undefined) return missing;
    const token = parameters.get('refresh_token') ?? '';
    const asked = parameters.get('scope');
    const had = scopesOf(refreshTokens.sessionOf(token)?.scope ?? '');
    if (asked !== undefined && !scopesOf(asked).every((name) => had.includes(name))) {
      return invalid('invalid_scope', 'The session does not have this scope.');
    }
    const found = refreshTokens.use(token, client.clientId);
    if ('problem' in found) return invalid('invalid_grant', `The refresh token is ${found.problem}.`);
    return { session: found.session, scope: asked ?? found.session.scope };
  },

  /** Of public clients nobody knows who they are (RFC 6749 section 4.4). */
  [grantTypes.clientCredentials]: (client, parameters) => {
    if (client.clientAuth === 'none') return invalid('unauthorized_client', 'A public client has no credentials.');
    return forClient(client, parameters);
  },

  /** RFC 7523 section 2.1; the client is the subject, too. */
  [grantTypes.jwtBearer]: async (client, parameters, ports) => {
    const missing = findMissing(parameters, ['assertion']);
    if (missing !== undefined) return missing;
    const isRight = await isAssertionOf(client, parameters.get('assertion') ?? '', ports);
    return isRight ? forClient(client, parameters) : invalid('invalid_grant', 'The assertion is not good.');
  },

  [grantTypes.deviceCode]: (client, parameters, { deviceCodes }) => {
    const missing = findMissing(parameters, ['device_code']);
    if (missing !== undefined) return missing;
    const found = deviceCodes.redeem(parameters.get('device_code') ?? '', client.clientId);
    return 'problem' in found ? invalid(found.problem, 'See RFC 8628 section 3.5.') : whole(found.session);
  },
};

/** There is no person, and so no ID token. */
function forClient(client: OidcClient, parameters: Parameters): Answer {
  const scope = parameters.get('scope') ?? '';
  const mayAsk = mayAskFor(client, scope) && !scopesOf(scope).includes('openid');
  return mayAsk
    ? whole({ clientId: client.clientId, scope })
    : invalid('invalid_scope', 'The client does not have this scope.');
}

function whole(session: Session): Granted {
  return { session, scope: session.scope };
}

function invalid(error: string, description: string): Refusal {
  return { refusal: oauthError(400, error, description) };
}
