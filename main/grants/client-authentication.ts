/** How a client proves who it is at the token endpoint (RFC 6749 section 2.3). */
import type { ClientAuth } from 'oauth4webapi';
import { TokentrayError } from '../errors.ts';
import type { ClientAuthMethod } from '../profiles/profile.ts';

/**
 * Adds the client's id and secret to a token request the way `method` says.
 * Throws `auth.secret_missing` where the method needs a secret, `config.unsupported` for a method that takes a key.
 */
export function clientAuthentication(method: ClientAuthMethod, clientSecret: string | undefined): ClientAuth {
  return byMethod[method](clientSecret);
}

const byMethod: Readonly<Record<ClientAuthMethod, (clientSecret: string | undefined) => ClientAuth>> = {
  none: () => (_server, client, parameters) => parameters.set('client_id', client.client_id),
  client_secret_post: (clientSecret) => {
    const secret = required(clientSecret);
    return (_server, client, parameters) => {
      parameters.set('client_id', client.client_id);
      parameters.set('client_secret', secret);
    };
  },
  client_secret_basic: (clientSecret) => {
    const secret = required(clientSecret);
    return (_server, client, _parameters, headers) =>
      headers.set('authorization', basicAuthorization(client.client_id, secret));
  },
  private_key_jwt: () => {
    throw new TokentrayError('config.unsupported', { data: { detail: 'private_key_jwt' } });
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

function required(clientSecret: string | undefined): string {
  if (clientSecret === undefined || clientSecret === '') {
    throw new TokentrayError('auth.secret_missing', { data: { detail: 'clientSecret' } });
  }
  return clientSecret;
}
