/** Every token request that the vendors' pages document, as it leaves here. */
import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { signServiceAccountAssertion } from '../../../main/grants/assertion.ts';
import { requestClientCredentials } from '../../../main/grants/client-credentials.ts';
import { exchangeCode } from '../../../main/grants/code-exchange.ts';
import { requestJwtBearer } from '../../../main/grants/jwt-bearer.ts';
import { requestRefresh } from '../../../main/grants/refresh-token.ts';
import { tokenAudience } from '../../../main/grants/token-audience.ts';
import type { TokenClient } from '../../../main/grants/token-client.ts';
import type { Http } from '../../../main/http/http.ts';
import { FakeHttp, onlyRequest } from '../../fixtures/fake-http.ts';
import { sentParameters } from '../../fixtures/sent-parameters.ts';
import { canarySecret, tokenClient } from '../../fixtures/token-client.ts';

async function left(ask: (http: Http) => Promise<unknown>) {
  const http = new FakeHttp([{ body: { access_token: 'CANARY-token', token_type: 'bearer', expires_in: 749 } }]);
  await ask(http);
  const request = onlyRequest(http);
  const parameters = await sentParameters(request);
  expect(new Set(parameters.map(([name]) => name)).size).toBe(parameters.length);
  return { ...request, parameters: Object.fromEntries(parameters) };
}

describe('Identity Security Cloud', () => {
  const tokenEndpoint = 'https://example.api.identitynow.com/oauth/token';
  const clientId = 'b61429f5-203d-494c-94c3-04f54e17bc5c';
  const client = tokenClient({ tokenEndpoint, clientId });
  const withoutSecret: TokenClient = {
    tokenEndpoint,
    clientId,
    clientAuth: 'none',
    body: 'form',
    serverNowMs: client.serverNowMs,
  };
  const code = 'CANARY6688LQJB0y652z6ZjFmkCKuBUjv2sTIqKS2JthWrZ7qlPgI9TClJ6FnpweEhO6w7';
  const redirectUri = 'https://myappdomain.com/oauth/redirect';
  const codeVerifier = `CANARY${'v'.repeat(40)}`;
  const refreshToken = 'ey.CANARY.4M';

  describe.each(['form', 'multipart', 'query'] as const)('with the shape %s', (body) => {
    test('client_credentials', async () => {
      const { method, url, parameters } = await left((http) => requestClientCredentials(http, { ...client, body }, {}));
      expect([method, url.split('?')[0]]).toEqual(['POST', tokenEndpoint]);
      expect(parameters).toEqual({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: canarySecret,
      });
    });

    test('authorization_code, with the verifier in addition', async () => {
      const { method, url, parameters } = await left((http) =>
        exchangeCode(http, { ...withoutSecret, body }, { code, redirectUri, codeVerifier }),
      );
      expect([method, url.split('?')[0]]).toEqual(['POST', tokenEndpoint]);
      expect(parameters).toEqual({
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      });
    });

    test('authorization_code of a client that has a secret', async () => {
      const { parameters } = await left((http) =>
        exchangeCode(http, { ...client, body }, { code, redirectUri, codeVerifier }),
      );
      expect(parameters).toMatchObject({ client_id: clientId, client_secret: canarySecret, code });
    });

    test('refresh_token', async () => {
      const { method, url, parameters } = await left((http) =>
        requestRefresh(http, { ...client, body }, { refreshToken }),
      );
      expect([method, url.split('?')[0]]).toEqual(['POST', tokenEndpoint]);
      expect(parameters).toEqual({
        grant_type: 'refresh_token',
        client_id: clientId,
        client_secret: canarySecret,
        refresh_token: refreshToken,
      });
    });

    test('refresh_token of a client without a secret', async () => {
      const { parameters } = await left((http) => requestRefresh(http, { ...withoutSecret, body }, { refreshToken }));
      expect(parameters).toEqual({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken });
    });
  });

  test('a query has no body at all', async () => {
    const { body, headers } = await left((http) =>
      requestRefresh(http, { ...client, body: 'query' }, { refreshToken }),
    );
    expect([body, headers['content-type']]).toEqual([undefined, undefined]);
  });

  test('a query may carry the header of the curl calls', async () => {
    const headers = { 'cache-control': 'no-cache' };
    const request = await left((http) => requestRefresh(http, { ...client, body: 'query', headers }, { refreshToken }));
    expect(request.headers).toMatchObject(headers);
  });

  test('a refresh token never travels as Basic credentials, whatever the page says', async () => {
    const { headers } = await left((http) => requestRefresh(http, client, { refreshToken }));
    expect(headers).not.toHaveProperty('authorization');
  });

  test('the header scope of the curl call can be sent', async () => {
    const { headers } = await left((http) =>
      requestClientCredentials(http, { ...client, body: 'multipart', headers: { scope: 'sp:scopes:all' } }, {}),
    );
    expect(headers).toMatchObject({ scope: 'sp:scopes:all' });
  });

  test('a form is what curl --data-urlencode makes of the parameters', async () => {
    const { body, headers } = await left((http) => requestClientCredentials(http, client, {}));
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(String(body).split('&').toSorted()).toEqual([
      `client_id=${clientId}`,
      `client_secret=${canarySecret}`,
      'grant_type=client_credentials',
    ]);
  });
});

describe('PingOne Advanced Identity Cloud', () => {
  const tokenEndpoint = 'https://openam-acme.forgeblocks.com/am/oauth2/access_token';
  const serviceAccountId = '449d7e27-7889-47af-a736-83b6bbf97ec5';
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const nowMs = 1_800_000_000_999;

  async function asked(scope: string) {
    const assertion = await signServiceAccountAssertion({
      jwk: privateKey.export({ format: 'jwk' }),
      serviceAccountId,
      audience: tokenAudience(tokenEndpoint),
      nowMs,
    });
    const client: TokenClient = {
      tokenEndpoint,
      clientId: 'service-account',
      clientAuth: 'none',
      body: 'form',
      serverNowMs: () => nowMs,
    };
    return { assertion, ...(await left((http) => requestJwtBearer(http, client, { assertion, scope }))) };
  }

  test('sends the four parameters of the curl call as a form, and nothing else', async () => {
    const { method, url, headers, parameters, assertion } = await asked('fr:am:* fr:idm:*');
    expect([method, url, headers['content-type']]).toEqual([
      'POST',
      tokenEndpoint,
      'application/x-www-form-urlencoded',
    ]);
    expect(parameters).toEqual({
      client_id: 'service-account',
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
      scope: 'fr:am:* fr:idm:*',
    });
    expect(headers).not.toHaveProperty('authorization');
  });

  test('the assertion is for the token endpoint with its port', async () => {
    const { parameters } = await asked('fr:idc:esv:*');
    expect(decodeJwt(parameters['assertion'] ?? '').aud).toBe(
      'https://openam-acme.forgeblocks.com:443/am/oauth2/access_token',
    );
  });
});

describe('NetFoundry', () => {
  const tokenEndpoint = 'https://netfoundry-production.auth0.com/oauth/token';
  const client = tokenClient({ tokenEndpoint, clientId: 'CANARY-id', body: 'json' });

  test('is asked with JSON, whose four members are those of the page', async () => {
    const audience = 'https://gateway.production.netfoundry.io/';
    const { method, url, headers, body } = await left((http) => requestClientCredentials(http, client, { audience }));
    expect([method, url, headers['content-type']]).toEqual(['POST', tokenEndpoint, 'application/json']);
    expect(JSON.parse(String(body))).toEqual({
      client_id: 'CANARY-id',
      client_secret: canarySecret,
      audience,
      grant_type: 'client_credentials',
    });
  });

  test('is asked with HTTP Basic and a form, as newer tenants want it', async () => {
    const newer: TokenClient = { ...client, clientAuth: 'client_secret_basic', body: 'form' };
    const scope = 'https://gateway.production.netfoundry.io//ignore-scope';
    const { headers, parameters } = await left((http) => requestClientCredentials(http, newer, { scope }));
    expect(headers['authorization']).toBe(`Basic ${Buffer.from(`CANARY-id:${canarySecret}`).toString('base64')}`);
    expect(parameters).toEqual({ grant_type: 'client_credentials', scope });
  });
});
