/** Every request that the vendor's pages of Identity Security Cloud print, as they print it, at the demo tenant. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startIscTenant, type IscTenant } from '../../main/demo/isc/tenant.ts';
import { signInAt } from '../fixtures/demo-browser.ts';
import { runDocumented } from '../fixtures/documented-command.ts';

const clientId = 'b61429f5-203d-494c-94c3-04f54e17bc5c';
const clientSecret = 'CANARY-c924417c85b19eda40e171935503d8e9747ca60ddb9b48ba4c6bb5a7145fb6c5';
const publicId = 'f61429f5-203d-494c-94c3-04f54e17bc5c';
const user = { userId: '595826', identityId: 'ff8081', userName: 'jane.admin', authorities: ['ORG_ADMIN'] };
const pat = { clientId: 'pat', clientSecret, user };
const redirectUris = ['https://myappdomain.com/oauth/redirect'];
const application = {
  grantTypes: ['REFRESH_TOKEN', 'AUTHORIZATION_CODE'],
  redirectUris,
  name: 'My Application',
} as const;

let tenant: IscTenant;

beforeEach(async () => {
  const clients = [pat, { ...application, clientId, clientSecret }, { ...application, clientId: publicId }];
  tenant = await startIscTenant({ clock: systemClock, tokenLifetimeSeconds: 749, clients });
});
afterEach(() => tenant.close());

const run = (command: string, places: Record<string, string> = {}) =>
  runDocumented(command, {
    'https://[tenant].api.identitynow.com': tenant.origin,
    'https://example.api.identitynow.com': tenant.origin,
    'https://[tenant].login.sailpoint.com': tenant.login.origin,
    '{clientId}': pat.clientId,
    '{clientSecret}': clientSecret,
    ...places,
  });

async function accessToken(): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: pat.clientId,
    client_secret: clientSecret,
  });
  const answer = await fetch(tenant.tokenEndpoint, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** `GET …/oauth/authorize?client_id={client-id}&response_type=code&redirect_uri={redirect-url}` */
async function code(id: string): Promise<string> {
  const redirect = encodeURIComponent(redirectUris[0] ?? '');
  const url = `${tenant.authorizeEndpoint}?client_id=${id}&response_type=code&redirect_uri=${redirect}`;
  return (await signInAt(url, 'Sign in as jane.admin')).get('code') ?? '';
}

describe('client credentials', () => {
  test('as form data', async () => {
    const answer = await run(`curl --location 'https://[tenant].api.identitynow.com/oauth/token' \\
--header 'scope: sp:scope:all' \\
--form 'grant_type="client_credentials"' \\
--form 'client_id="{clientId}"' \\
--form 'client_secret="{clientSecret}"'`);
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'bearer', expires_in: 749 } });
  });

  test('as NERM’s page sends them', async () => {
    const answer = await run(`curl --location 'https://[tenant].api.identitynow.com/oauth/token' \\
--header 'Content-Type: application/x-www-form-urlencoded' \\
--data-urlencode 'grant_type=client_credentials' \\
--data-urlencode 'client_id={clientId}' \\
--data-urlencode 'client_secret={clientSecret}'`);
    expect(answer).toMatchObject({ status: 200, body: { scope: 'read write' } });
  });

  test('as query parameters', async () => {
    const url =
      'https://[tenant].api.identitynow.com/oauth/token?grant_type=client_credentials&client_id={{clientId}}&client_secret={{clientSecret}}';
    const places = { '{{clientId}}': pat.clientId, '{{clientSecret}}': clientSecret };
    expect(await run(`curl -X POST '${url}'`, places)).toMatchObject({ status: 200 });
  });
});

describe('authorization code', () => {
  const documented = (id: string) => `curl -X POST \\
 'https://example.api.identitynow.com/oauth/token?grant_type=authorization_code&client_id=${id}&code=6688LQJB0y652z6ZjFmkCKuBUjv2sTIqKS2JthWrZ7qlPgI9TClJ6FnpweEhO6w7&redirect_uri=https://myappdomain.com/oauth/redirect' \\
 -H 'cache-control: no-cache'`;
  const place = '6688LQJB0y652z6ZjFmkCKuBUjv2sTIqKS2JthWrZ7qlPgI9TClJ6FnpweEhO6w7';

  test('without a client secret', async () => {
    const answer = await run(documented(publicId), { [place]: await code(publicId) });
    expect(answer).toMatchObject({ status: 200, body: { refresh_token: expect.stringMatching(/^ey/) } });
  });

  test('is refused without the secret of a client that has one', async () => {
    const answer = await run(documented(clientId), { [place]: await code(clientId) });
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });
});

test('refresh token', async () => {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientId,
    client_secret: clientSecret,
    code: await code(clientId),
    redirect_uri: redirectUris[0] ?? '',
  });
  const first = (await (await fetch(tenant.tokenEndpoint, { method: 'POST', body })).json()) as {
    refresh_token: string;
  };
  const answer = await run(
    `curl -X POST \\
 'https://example.api.identitynow.com/oauth/token?grant_type=refresh_token&client_id=b61429f5-203d-494c-94c3-04f54e17bc5c&client_secret=c924417c85b19eda40e171935503d8e9747ca60ddb9b48ba4c6bb5a7145fb6c5&refresh_token=ey...4M' \\
 -H 'cache-control: no-cache'`,
    {
      'client_secret=c924417c85b19eda40e171935503d8e9747ca60ddb9b48ba4c6bb5a7145fb6c5': `client_secret=${clientSecret}`,
      'ey...4M': first.refresh_token,
    },
  );
  expect(answer).toMatchObject({
    status: 200,
    body: { refresh_token: expect.not.stringMatching(first.refresh_token) },
  });
});

describe('the API', () => {
  test('account activities', async () => {
    const answer = await run(
      `curl -X GET \\
 'https://[tenant].api.identitynow.com/v3/account-activities' \\
 -H 'Authorization: Bearer {access_token}' \\
 -H 'cache-control: no-cache'`,
      { '{access_token}': await accessToken() },
    );
    expect(answer).toEqual({ status: 200, body: [] });
  });

  test('an OAuth client, to verify it', async () => {
    const headers = { authorization: `Bearer ${await accessToken()}` };
    const answer = await fetch(`${tenant.apiBase}/beta/oauth-clients/${clientId}`, { headers });
    expect(await answer.json()).toMatchObject({
      enabled: true,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      name: 'My Application',
      id: clientId,
      secret: null,
      grantTypes: ['REFRESH_TOKEN', 'AUTHORIZATION_CODE'],
      redirectUris,
    });
  });

  test('all OAuth clients', async () => {
    const headers = { authorization: `Bearer ${await accessToken()}` };
    const answer = await fetch(`${tenant.apiBase}/beta/oauth-clients/`, { headers });
    expect(await answer.json()).toMatchObject([{ id: clientId }, { id: publicId }]);
  });
});
