/** Client credentials against an authorization server that nobody here wrote, and that is certified. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { requestClientCredentials, type ClientCredentialsGrant } from '../../main/grants/client-credentials.ts';
import type { TokenClient } from '../../main/grants/token-client.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import { tokenClient } from '../fixtures/token-client.ts';

const awkwardSecret = 'CANARY:secret+with %/ and = signs, long enough';

let issuer: string;
let http: Http;
let close: () => void;

beforeAll(async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (client_id: string, token_endpoint_auth_method: 'client_secret_basic' | 'client_secret_post') => ({
    client_id,
    client_secret: awkwardSecret,
    token_endpoint_auth_method,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  });
  const provider = new Provider(issuer, {
    clients: [client('posts', 'client_secret_post'), client('uses basic:auth', 'client_secret_basic')],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    scopes: ['api:read', 'api:write'],
    ttl: { ClientCredentials: 720 },
  });
  const answer = provider.callback();
  server.on('request', (incoming, response) => void answer(incoming, response));
  http = createHttp({ clock: systemClock, environment: {} });
  close = () => server.close();
});

afterAll(async () => {
  await http.close();
  close();
});

const ask = (over: Partial<TokenClient>, grant: ClientCredentialsGrant = {}) => {
  const client = { tokenEndpoint: `${issuer}/token`, clientId: 'posts', clientSecret: awkwardSecret, ...over };
  return requestClientCredentials(http, tokenClient(client), grant);
};

describe('a certified authorization server', () => {
  it('accepts a secret with every awkward character in the body (RFC 6749 section 2.3.1)', async () => {
    expect(await ask({})).toMatchObject({ tokenType: 'Bearer', expiresInSeconds: 720 });
  });

  it('accepts a client id and secret with every awkward character as HTTP Basic (RFC 6749 section 2.3.1)', async () => {
    const answer = await ask({ clientId: 'uses basic:auth', clientAuth: 'client_secret_basic' });
    expect(answer.accessToken).toEqual(expect.any(String));
  });

  it('gives the scope that was asked (RFC 6749 section 3.3)', async () => {
    expect(await ask({}, { scope: 'api:read' })).toMatchObject({ scope: 'api:read' });
  });

  it('refuses a wrong secret with its own words and ours (RFC 6749 section 5.2)', async () => {
    await expect(ask({ clientSecret: 'CANARY-wrong' })).rejects.toMatchObject({
      code: 'auth.refused',
      data: { status: 401, oauthError: 'invalid_client' },
    });
  });

  it('refuses a client that it does not know', async () => {
    await expect(ask({ clientId: 'nobody' })).rejects.toMatchObject({ code: 'auth.refused' });
  });
});
