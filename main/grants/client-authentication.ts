/** How a client proves who it is at the token endpoint (RFC 6749 section 2.3, RFC 7523 section 2.2). */
import type { ClientAuth } from 'oauth4webapi';
import { TokentrayError } from '../errors.ts';
import type { ClientAuthMethod, SecretKind } from '../profiles/profile.ts';
import { signJwtBearerAssertion } from './assertion.ts';
import { requireSigningKey } from './signing-key.ts';
import type { TokenClient } from './token-client.ts';

/** What of a client counts for its authentication. */
export type Credentials = Pick<
  TokenClient,
  'tokenEndpoint' | 'clientAuth' | 'clientSecret' | 'privateKeyJwk' | 'issuer' | 'serverNowMs'
>;

/**
 * Adds the client's id and its proof to a request the way `clientAuth` says.
 * Throws `auth.secret_missing` where the method needs a secret or key, and `config.secrets_invalid` for a key that is none.
 */
export function clientAuthentication(credentials: Credentials): ClientAuth {
  return byMethod[credentials.clientAuth](credentials);
}

const byMethod: Readonly<Record<ClientAuthMethod, (credentials: Credentials) => ClientAuth>> = {
  none: () => (_server, client, parameters) => parameters.set('client_id', client.client_id),
  client_secret_post: ({ clientSecret }) => {
    const secret = required(clientSecret, 'clientSecret');
    return (_server, client, parameters) => {
      parameters.set('client_id', client.client_id);
      parameters.set('client_secret', secret);
    };
  },
  client_secret_basic: ({ clientSecret }) => {
    const secret = required(clientSecret, 'clientSecret');
    return (_server, client, _parameters, headers) =>
      headers.set('authorization', basicAuthorization(client.client_id, secret));
  },
  private_key_jwt: ({ privateKeyJwk, issuer, tokenEndpoint, serverNowMs }) => {
    const { jwk } = requireSigningKey(required(privateKeyJwk, 'privateKeyJwk'));
    return async (_server, { client_id: clientId }, parameters) => {
      const parties = { issuer: clientId, subject: clientId, audience: issuer ?? tokenEndpoint };
      const assertion = await signJwtBearerAssertion({ jwk, ...parties, nowMs: serverNowMs() });
      parameters.set('client_id', clientId);
      parameters.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
      parameters.set('client_assertion', assertion);
    };
  },
};

/**
 * `Basic` credentials whose two parts are form-urlencoded first (RFC 6749 section 2.3.1 and appendix B).
 * oauth4webapi would also write `-`, `.` and `_` as `%2D`, `%2E` and `%5F`: right as well, but the many servers that
 * never decode would then not recognise an id with dashes.
 */
export function basicAuthorization(clientId: string, clientSecret: string): string {
  const credentials = `${formEncode(clientId)}:${formEncode(clientSecret)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** One value as application/x-www-form-urlencoded writes it. */
export function formEncode(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1);
}

function required<Secret>(secret: Secret | undefined, kind: SecretKind): Secret {
  if (secret === undefined || secret === '') {
    throw new TokentrayError('auth.secret_missing', { data: { detail: kind } });
  }
  return secret;
}
