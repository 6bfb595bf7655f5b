import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../main/transfer/read-document.ts';

const variable = (key: string, value: string, type = 'default') => ({ key, value, type, enabled: true });

function environment(name: string, values: readonly object[]) {
  return { id: '0b9c', name, values, _postman_variable_scope: 'environment', _postman_exported_using: 'Postman/11' };
}

const profilesIn = async (value: unknown) => (await readDocument(JSON.stringify(value)))?.profiles ?? [];

const key = { kty: 'RSA', n: 'AQAB', e: 'AQAB', d: 'CANARY' };

describe('an environment', () => {
  it("of SailPoint's workspace", async () => {
    const isc = environment('Acme Sandbox', [
      variable('tenant', 'acme-sb'),
      variable('domain', 'identitynow'),
      variable('clientId', 'id-1'),
      variable('clientSecret', 'secret-CANARY', 'secret'),
      variable('accessToken', 'token-CANARY', 'secret'),
      variable('tokenExpTime', '2026-01-01T00:00:00Z'),
    ]);
    expect(await profilesIn(isc)).toEqual([
      {
        draft: {
          name: 'acme-sandbox',
          system: 'isc',
          auth: 'client_credentials',
          tenant: 'acme-sb',
          clientId: 'id-1',
          environment: 'sandbox',
        },
        secrets: { clientSecret: 'secret-CANARY' },
        notes: [],
      },
    ]);
  });

  it('with variables in its variables', async () => {
    const own = environment('Billing', [
      variable('host', 'id.example.com'),
      variable('tokenUrl', 'https://{{host}}/oauth2/token'),
      variable('client_id', 'id-1'),
      variable('client_secret', 'secret-CANARY', 'secret'),
      variable('scope', 'read'),
    ]);
    expect(await profilesIn(own)).toMatchObject([
      {
        draft: {
          name: 'billing',
          system: 'oauth',
          scope: 'read',
          endpoints: { token: 'https://id.example.com/oauth2/token' },
        },
        secrets: { clientSecret: 'secret-CANARY' },
      },
    ]);
  });

  it('whose variables go round in circles', async () => {
    const circle = environment('x', [variable('tokenUrl', '{{a}}{{a}}'), variable('a', '{{tokenUrl}}{{tokenUrl}}')]);
    expect(await profilesIn(circle)).toEqual([]);
  });

  it('of AIC with a service account and a log API key', async () => {
    const aic = environment('Acme dev', [
      variable('amUrl', 'https://openam-acme.forgeblocks.com/am'),
      variable('serviceAccountId', '449d7e27-7889-47af-a736-83b6bbf97ec5'),
      variable('jwk', JSON.stringify(key), 'secret'),
      variable('logApiKey', 'log-key-CANARY', 'secret'),
      variable('logApiSecret', 'log-secret-CANARY', 'secret'),
    ]);
    expect(await profilesIn(aic)).toMatchObject([
      {
        draft: { name: 'acme-dev', system: 'aic', auth: 'jwt_bearer', tenant: 'openam-acme.forgeblocks.com' },
        secrets: { privateKeyJwk: key },
      },
      {
        draft: { name: 'acme-dev-logs', auth: 'api_key', environment: 'development' },
        secrets: { apiKey: 'log-key-CANARY', apiSecret: 'log-secret-CANARY' },
      },
    ]);
  });

  it('of NERM with an API key', async () => {
    const nerm = environment('NERM', [
      variable('baseUrl', 'https://acme.nonemployee.com/api/v1'),
      variable('apiKey', 'nerm-CANARY', 'secret'),
    ]);
    expect(await profilesIn(nerm)).toMatchObject([
      { draft: { name: 'nerm', system: 'nerm', auth: 'api_key', tenant: 'acme' }, secrets: { apiKey: 'nerm-CANARY' } },
    ]);
  });

  it('that was switched off, or is empty, is no value', async () => {
    const off = environment('x', [
      { ...variable('tokenUrl', 'https://id.example.com/token'), enabled: false },
      variable('clientId', ''),
    ]);
    const found = await readDocument(JSON.stringify(off));
    expect(found?.profiles).toEqual([]);
    expect(found?.problems).toHaveLength(1);
  });
});

describe('a collection', () => {
  const info = { name: 'Orders', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' };
  const auth = {
    type: 'oauth2',
    oauth2: [
      { key: 'grant_type', value: 'client_credentials', type: 'string' },
      { key: 'accessTokenUrl', value: '{{idp}}/oauth/token', type: 'string' },
      { key: 'clientId', value: 'id-1', type: 'string' },
      { key: 'clientSecret', value: 'secret-CANARY', type: 'string' },
      { key: 'client_authentication', value: 'body', type: 'string' },
    ],
  };

  it('has one profile where all its requests say the same', async () => {
    const collection = {
      info,
      auth,
      variable: [{ key: 'idp', value: 'https://id.example.com' }],
      item: [{ name: 'folder', item: [{ name: 'get', request: { method: 'GET', auth } }] }],
    };
    expect(await profilesIn(collection)).toMatchObject([
      {
        draft: {
          system: 'oauth',
          auth: 'client_credentials',
          endpoints: { token: 'https://id.example.com/oauth/token' },
        },
        secrets: { clientSecret: 'secret-CANARY' },
      },
    ]);
  });

  it('with a sign-in names where the browser goes', async () => {
    const oauth2 = [
      { key: 'grant_type', value: 'authorization_code_with_pkce' },
      { key: 'accessTokenUrl', value: 'https://id.example.com/token' },
      { key: 'authUrl', value: 'https://id.example.com/authorize' },
      { key: 'redirect_uri', value: 'http://localhost:8080/callback' },
      { key: 'clientId', value: 'id-1' },
    ];
    expect(await profilesIn({ info, auth: { type: 'oauth2', oauth2 }, item: [] })).toMatchObject([
      {
        draft: {
          auth: 'authorization_code',
          redirectUri: 'http://localhost:8080/callback',
          endpoints: { token: 'https://id.example.com/token', authorize: 'https://id.example.com/authorize' },
        },
      },
    ]);
  });

  it('whose addresses are in an environment that is not in the file says so', async () => {
    const found = await readDocument(JSON.stringify({ info, auth, item: [] }));
    expect(found?.profiles).toEqual([]);
    expect(found?.problems).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('CANARY');
  });
});
