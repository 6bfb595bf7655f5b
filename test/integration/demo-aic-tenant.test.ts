/** The demo tenant of PingOne AIC: what the vendor's page documents works, and nothing else does. */
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startAicTenant, type AicTenant } from '../../main/demo/aic/tenant.ts';
import { runDocumented } from '../fixtures/documented-command.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';

const id = '449d7e27-7889-47af-a736-83b6bbf97ec5';
const scopes = ['fr:am:*', 'fr:idm:*', 'fr:idc:esv:read'];
const logApiKey = { key: 'CANARY-log-key', secret: 'CANARY-log-secret' };

let privateKey: CryptoKey;
let otherKey: CryptoKey;
let publicJwk: Record<string, unknown>;
let clock: FakeClock;
let tenant: AicTenant;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  ({ privateKey } = pair);
  publicJwk = { ...(await exportJWK(pair.publicKey)) };
  otherKey = (await generateKeyPair('RS256')).privateKey;
});

beforeEach(async () => {
  clock = new FakeClock();
  tenant = await startAicTenant({ clock, accounts: [{ id, publicJwk, scopes }], logApiKey });
});
afterEach(() => tenant.close());

const nowSeconds = () => Math.floor(clock.now() / 1_000);

function sign(changes: Record<string, unknown> = {}, key = privateKey, alg = 'RS256'): Promise<string> {
  const claims: Record<string, unknown> = {
    iss: id,
    sub: id,
    aud: tenant.tokenEndpoint,
    exp: nowSeconds() + 899,
    jti: randomBytes(16).toString('base64'),
    ...changes,
  };
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function send(
  body: NonNullable<RequestInit['body']>,
  url = tenant.tokenEndpoint,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const parameters = (assertion: string, changes: Record<string, string> = {}) => ({
  client_id: 'service-account',
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  assertion,
  scope: 'fr:am:* fr:idm:*',
  ...changes,
});

const ask = async (assertion: string, changes?: Record<string, string>, url?: string) =>
  send(new URLSearchParams(parameters(assertion, changes)), url);

const tokenFor = async (scope: string) => String((await ask(await sign(), { scope })).body['access_token']);

async function call(path: string, token?: string): Promise<Answer> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${tenant.apiBase}${path}`, { headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const refused = (status: number, error: string) => ({ status, body: { error } });

describe('the vendor’s page', () => {
  test('requests a token', async () => {
    const command = `curl \\
--request POST \${AUD} \\
--data "client_id=service-account" \\
--data "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer" \\
--data "assertion=$(< jwt.txt)" \\
--data "scope=<scope>"`;
    const answer = await runDocumented(command, {
      '${AUD}': tenant.tokenEndpoint,
      '$(< jwt.txt)': await sign(),
      '<scope>': 'fr:am:* fr:idm:*',
    });
    expect(answer).toEqual({
      status: 200,
      body: {
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        scope: 'fr:am:* fr:idm:*',
        token_type: 'Bearer',
        expires_in: 899,
      },
    });
  });

  test('lists identities', async () => {
    const command = `curl \\
--request GET 'https://<tenant-env-fqdn>/openidm/managed/<realm>_user?_fields=userName,givenName,sn,mail,accountStatus&_prettyPrint=true&_queryFilter=true' \\
--header 'Authorization: Bearer <access-token>'`;
    const answer = await runDocumented(command, {
      'https://<tenant-env-fqdn>': tenant.apiBase,
      '<realm>': 'alpha',
      '<access-token>': await tokenFor('fr:idm:*'),
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        result: [
          {
            _id: 'f413db4c-cebd-4950-81e6-57bdb47921a4',
            _rev: '0000000016e6754b',
            userName: 'exampleuser',
            accountStatus: 'active',
            givenName: 'Example',
            sn: 'User',
            mail: 'exampleuser@example.com',
          },
          { userName: 'exampleuser2' },
          { userName: 'exampleuser3' },
        ],
        resultCount: 3,
        pagedResultsCookie: null,
        totalPagedResultsPolicy: 'NONE',
        totalPagedResults: -1,
        remainingPagedResults: -1,
      },
    });
  });
});

describe('an assertion is refused', () => {
  const problems: readonly (readonly [string, () => Promise<string>])[] = [
    ['signed with another key', () => sign({}, otherKey)],
    ['signed with another algorithm', async () => sign({}, (await generateKeyPair('PS256')).privateKey, 'PS256')],
    ['of a service account that does not exist', () => sign({ iss: 'nobody', sub: 'nobody' })],
    ['whose subject is another', () => sign({ sub: 'nobody' })],
    ['without a subject', () => sign({ sub: undefined })],
    ['for the token endpoint without its port', () => sign({ aud: 'http://127.0.0.1/am/oauth2/access_token' })],
    ['for the realm’s token endpoint', () => sign({ aud: tenant.tokenEndpoint.replace('/oauth2/', '/oauth2/alpha/') })],
    ['for a list of audiences', () => sign({ aud: [tenant.tokenEndpoint] })],
    ['without an audience', () => sign({ aud: undefined })],
    ['without an end', () => sign({ exp: undefined })],
    ['that has expired', () => sign({ exp: nowSeconds() })],
    ['that lives more than half an hour', () => sign({ exp: nowSeconds() + 1_801 })],
    ['without an id', () => sign({ jti: undefined })],
    ['that is no JWT', async () => 'CANARY'],
  ];
  test.each(problems)('%s', async (_what, assertion) => {
    expect(await ask(await assertion())).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('that came before (RFC 7523 section 3)', async () => {
    const assertion = await sign();
    expect((await ask(assertion)).status).toBe(200);
    expect(await ask(assertion)).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('by a tenant whose clock is an hour ahead, and is taken with the hour added', async () => {
    tenant.skewClock(3_600);
    expect(await ask(await sign())).toMatchObject(refused(400, 'invalid_grant'));
    expect((await ask(await sign({ exp: nowSeconds() + 3_600 + 899 }))).status).toBe(200);
  });

  test('by a tenant whose clock is an hour behind', async () => {
    tenant.skewClock(-3_600);
    expect(await ask(await sign())).toMatchObject(refused(400, 'invalid_grant'));
  });
});

describe('a token request is refused', () => {
  test.each([
    ['for a scope that the service account lacks', { scope: 'fr:idc:promotion:*' }, 400, 'invalid_scope'],
    ['without a scope', { scope: '' }, 400, 'invalid_scope'],
    ['for another client', { client_id: 'idm-provisioning' }, 401, 'invalid_client'],
    ['without a client', { client_id: '' }, 401, 'invalid_client'],
    ['with a client secret', { client_secret: 'CANARY' }, 401, 'invalid_client'],
    ['with another grant', { grant_type: 'client_credentials' }, 400, 'unauthorized_client'],
    ['without a grant', { grant_type: '' }, 400, 'invalid_request'],
    ['without an assertion', { assertion: '' }, 400, 'invalid_request'],
    ['with a parameter that is not documented', { audience: 'x' }, 400, 'invalid_request'],
  ])('%s', async (_what, changes, status, error) => {
    expect(await ask(await sign(), changes)).toMatchObject(refused(status, error));
  });

  test.each(['alpha', 'realms/root/realms/alpha'])('in the realm %s', async (realm) => {
    const url = tenant.tokenEndpoint.replace('/oauth2/', `/oauth2/${realm}/`);
    expect(await ask(await sign(), {}, url)).toMatchObject(refused(401, 'invalid_client'));
  });

  test('as JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(parameters(await sign()));
    expect(await send(body, tenant.tokenEndpoint, headers)).toMatchObject(refused(415, 'invalid_request'));
  });

  test('as multipart', async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(parameters(await sign()))) body.set(name, value);
    expect(await send(body)).toMatchObject(refused(415, 'invalid_request'));
  });

  test('in the address', async () => {
    const query = new URLSearchParams(parameters(await sign())).toString();
    expect(await send('', `${tenant.tokenEndpoint}?${query}`)).toMatchObject(refused(400, 'invalid_request'));
  });

  test('with an Authorization header', async () => {
    const body = new URLSearchParams(parameters(await sign()));
    const headers = { authorization: 'Basic c2VydmljZS1hY2NvdW50Og==' };
    expect(await send(body, tenant.tokenEndpoint, headers)).toMatchObject(refused(401, 'invalid_client'));
  });
});

describe('the APIs', () => {
  const users = '/openidm/managed/alpha_user?_pageSize=1&_fields=userName&_queryFilter=true';
  const serverInfo = '/am/json/serverinfo/*';

  test('give what was asked of the identities', async () => {
    const { body } = await call(users, await tokenFor('fr:idm:*'));
    expect(body['result']).toEqual([{ _id: expect.any(String), _rev: expect.any(String), userName: 'exampleuser' }]);
  });

  test.each([
    [users, 'fr:idm:*', 200],
    [serverInfo, 'fr:am:*', 200],
    ['/environment/secrets', 'fr:idc:esv:read', 200],
    ['/environment/secrets', 'fr:idm:*', 200],
    [users, 'fr:am:*', 403],
    [serverInfo, 'fr:idm:*', 403],
    ['/environment/secrets', 'fr:am:*', 403],
    ['/environment/promotion/status', 'fr:am:* fr:idm:* fr:idc:esv:read', 403],
    ['/environment/count', 'fr:am:* fr:idm:*', 404],
    ['/monitoring/health', 'fr:am:* fr:idm:*', 404],
    ['/openidm/managed/user?_queryFilter=true', 'fr:idm:*', 404],
    ['/openidm/managed/alpha_user', 'fr:idm:*', 400],
  ])('%s with %s: %i', async (path, scope, status) => {
    expect((await call(path, await tokenFor(scope))).status).toBe(status);
  });

  test.each([undefined, 'CANARY'])('refuse the token %j', async (token) => {
    expect(await call(users, token)).toMatchObject({ status: 401, body: { code: 401, reason: 'Unauthorized' } });
  });

  test('refuse a token after 899 seconds', async () => {
    const token = await tokenFor('fr:idm:*');
    await clock.advance(899_000);
    expect((await call(users, token)).status).toBe(401);
  });
});

describe('the log API', () => {
  const read = (headers: Record<string, string>, query = '?source=am-authentication') =>
    fetch(`${tenant.apiBase}/monitoring/logs${query}`, { headers }).then(({ status }) => status);
  const headers = { 'x-api-key': logApiKey.key, 'x-api-secret': logApiKey.secret };

  test('takes the key and the secret in two headers', async () => {
    expect(await read(headers)).toBe(200);
  });

  test('wants a source', async () => {
    expect(await read(headers, '')).toBe(400);
  });

  test.each([{}, { ...headers, 'x-api-secret': 'CANARY-wrong' }, { 'x-api-key': logApiKey.key }])(
    'refuses %j',
    async (wrong) => {
      expect(await read(wrong)).toBe(401);
    },
  );

  test('refuses the token of a service account', async () => {
    expect(await read({ authorization: `Bearer ${await tokenFor('fr:am:*')}` })).toBe(401);
  });
});

test('the log of requests tells the service account, and no assertion', async () => {
  const assertion = await sign();
  await ask(assertion);
  expect(tenant.requests).toEqual([{ method: 'POST', path: '/am/oauth2/access_token', status: 200, clientId: id }]);
  expect(JSON.stringify(tenant.requests)).not.toContain(assertion);
});
