/** The demo tenant of NetFoundry: what the vendor's page documents works, and nothing else does. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startNetFoundryTenant, type NetFoundryTenant } from '../../main/demo/netfoundry/tenant.ts';
import { runDocumented } from '../fixtures/documented-command.ts';

const client = { clientId: 'client', clientSecret: 'CANARY:secret+with %/ and = signs' };

let tenant: NetFoundryTenant;

beforeEach(async () => {
  tenant = await startNetFoundryTenant({ clock: systemClock, clients: [client] });
});
afterEach(() => tenant.close());

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function send(
  url: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const parameters = (changes: Record<string, unknown> = {}) => ({
  client_id: client.clientId,
  client_secret: client.clientSecret,
  audience: tenant.audience,
  grant_type: 'client_credentials',
  ...changes,
});

const asJson = { 'content-type': 'application/json' };
const ask = (changes?: Record<string, unknown>) =>
  send(tenant.tokenEndpoint, JSON.stringify(parameters(changes)), asJson);

const encoded = (text: string) => new URLSearchParams({ text }).toString().slice('text='.length);
const basic = (secret = client.clientSecret) =>
  `Basic ${Buffer.from(`${client.clientId}:${encoded(secret)}`).toString('base64')}`;
const askNewer = (changes: Record<string, string> = {}, headers: Record<string, string> = { authorization: basic() }) =>
  send(
    tenant.newerTokenEndpoint,
    new URLSearchParams({ grant_type: 'client_credentials', scope: tenant.scope, ...changes }),
    headers,
  );

const networks = (base: string, authorization?: string) =>
  fetch(`${base}/networks`, authorization === undefined ? {} : { headers: { authorization } }).then(
    ({ status }) => status,
  );

const refused = (status: number, error: string) => ({ status, body: { error } });

test('the token that the vendor’s page requests lists networks as the page does', async () => {
  const requested = await runDocumented(
    `curl \\
    --silent \\
    --show-error \\
    --request POST \\
    --header 'content-type: application/json' \\
    --data '{
        "client_id": "'\${client_id}'",
        "client_secret": "'\${client_secret}'",  
        "audience": "https://gateway.production.netfoundry.io/",
        "grant_type": "client_credentials"
    }' \\
    https://netfoundry-production.auth0.com/oauth/token`,
    {
      "'${client_id}'": client.clientId,
      "'${client_secret}'": client.clientSecret,
      'https://gateway.production.netfoundry.io/': tenant.audience,
      'https://netfoundry-production.auth0.com': tenant.identityProvider.origin,
    },
  );
  expect(requested).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 86_400 } });
  const listed = await runDocumented(
    `curl \\
    --silent \\
    --show-error \\
    --request GET \\
    --header 'Cache-Control: no-cache' \\
    --header 'Content-Type: application/json' \\
    --header "Authorization: Bearer \${access_token}" \\
    https://gateway.production.netfoundry.io/rest/v1/networks \\
`,
    {
      '${access_token}': (requested.body as { access_token: string }).access_token,
      'https://gateway.production.netfoundry.io/': tenant.audience,
    },
  );
  expect(listed).toEqual({ status: 200, body: [] });
});

describe('Auth0 refuses', () => {
  test.each([
    ['a wrong secret', { client_secret: 'CANARY-wrong' }, 401, 'access_denied'],
    ['a client that it does not know', { client_id: 'nobody' }, 401, 'access_denied'],
    ['a request without an audience', { audience: undefined }, 403, 'access_denied'],
    ['another grant', { grant_type: 'password' }, 403, 'unauthorized_client'],
    ['a request without a grant', { grant_type: undefined }, 400, 'invalid_request'],
    ['a client id that is no text', { client_id: 7 }, 400, 'invalid_request'],
  ])('%s', async (_what, changes, status, error) => {
    expect(await ask(changes)).toMatchObject(refused(status, error));
  });

  test('an audience without its slash', async () => {
    expect(await ask({ audience: tenant.origin })).toMatchObject(refused(403, 'access_denied'));
  });

  test('a form', async () => {
    const body = new URLSearchParams(parameters());
    expect(await send(tenant.tokenEndpoint, body)).toMatchObject(refused(415, 'invalid_request'));
  });

  test('text that is no JSON', async () => {
    expect(await send(tenant.tokenEndpoint, '{', asJson)).toMatchObject(refused(400, 'invalid_request'));
  });

  test('the gateway’s host', async () => {
    expect((await fetch(`${tenant.origin}/oauth/token`, { method: 'POST' })).status).toBe(404);
  });
});

describe('the newer identity provider', () => {
  test('takes HTTP Basic and a form, for the newer API', async () => {
    const { body } = await askNewer();
    expect(await networks(tenant.newerApiBase, `Bearer ${String(body['access_token'])}`)).toBe(200);
  });

  test.each([
    ['a wrong secret', {}, () => ({ authorization: basic('CANARY-wrong') }), 401, 'invalid_client'],
    ['a request without credentials', {}, () => ({}), 401, 'invalid_client'],
    ['credentials in the body', { client_id: 'client', client_secret: 'CANARY' }, () => ({}), 401, 'invalid_client'],
    ['another scope', { scope: 'CANARY' }, () => ({ authorization: basic() }), 400, 'invalid_scope'],
    ['an audience', { audience: 'x' }, () => ({ authorization: basic() }), 400, 'invalid_request'],
    ['another grant', { grant_type: 'password' }, () => ({ authorization: basic() }), 400, 'unauthorized_client'],
  ])('refuses %s', async (_what, changes: Record<string, string>, headers, status, error) => {
    expect(await askNewer(changes, headers())).toMatchObject(refused(status, error));
  });

  test('refuses JSON', async () => {
    const headers = { ...asJson, authorization: basic() };
    const body = JSON.stringify({ grant_type: 'client_credentials' });
    expect(await send(tenant.newerTokenEndpoint, body, headers)).toMatchObject(refused(415, 'invalid_request'));
  });
});

describe('the gateway refuses', () => {
  test.each([undefined, 'Bearer CANARY', 'Basic Q0FOQVJZ'])('%j', async (authorization) => {
    expect(await networks(tenant.apiBase, authorization)).toBe(401);
  });

  test('the token of another tenant', async () => {
    const other = await startNetFoundryTenant({ clock: systemClock, clients: [client] });
    const body = JSON.stringify({ ...parameters(), audience: other.audience });
    const answer = await send(other.tokenEndpoint, body, asJson);
    await other.close();
    expect(await networks(tenant.apiBase, `Bearer ${String(answer.body['access_token'])}`)).toBe(401);
  });

  test('a token of the newer kind at the older API', async () => {
    const { body } = await askNewer();
    expect(await networks(tenant.apiBase, `Bearer ${String(body['access_token'])}`)).toBe(401);
  });
});

test('the log of requests holds no secret', async () => {
  await ask();
  expect(tenant.identityProvider.requests).toEqual([
    { method: 'POST', path: '/oauth/token', status: 200, clientId: 'client' },
  ]);
});
