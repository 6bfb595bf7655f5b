/** The demo tenant of NERM: what the vendor's page documents works, and nothing else does. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startIscTenant, type IscTenant } from '../../main/demo/isc/tenant.ts';
import { startNermTenant, type NermTenant } from '../../main/demo/nerm/tenant.ts';
import { runDocumented } from '../fixtures/documented-command.ts';

const apiKey = 'CANARY-nerm-key';
const secret = 'CANARY-c924417c85b19eda';
const user = { userId: '595826', identityId: 'ff8081', userName: 'jane.admin', authorities: ['ORG_ADMIN'] };
const clients = [
  { clientId: 'pat', clientSecret: secret, user },
  { clientId: 'machine', clientSecret: secret },
];

let isc: IscTenant;
let tenant: NermTenant;

beforeEach(async () => {
  isc = await startIscTenant({ clock: systemClock, tokenLifetimeSeconds: 749, clients });
  tenant = await startNermTenant({ clock: systemClock, apiKeys: [apiKey], isc });
});
afterEach(async () => {
  await tenant.close();
  await isc.close();
});

async function iscToken(clientId: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret });
  const answer = await fetch(isc.tokenEndpoint, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

const run = async (place: string, token: string) =>
  runDocumented(
    `curl --location 'https://mycompany.nonemployee.com/api/v1/non-employee-sources' \\
--header 'Authorization: Bearer ${place}'`,
    { 'https://mycompany.nonemployee.com': tenant.origin, [place]: token },
  );

const call = (path: string, headers: Record<string, string> = { authorization: `Bearer ${apiKey}` }) =>
  fetch(`${tenant.origin}${path}`, { headers }).then(({ status }) => status);

test('an API key is taken as the vendor’s page sends it', async () => {
  expect((await run('{nerm_token}', apiKey)).status).toBe(200);
});

test('the token of a personal access token of ISC is taken as the vendor’s page sends it', async () => {
  expect((await run('{access_token}', await iscToken('pat'))).status).toBe(200);
});

test('a token of ISC that is for nobody is good for nothing', async () => {
  expect((await run('{access_token}', await iscToken('machine'))).status).toBe(403);
});

test('a token of another ISC tenant is refused', async () => {
  const other = await startNermTenant({ clock: systemClock });
  const headers = { authorization: `Bearer ${await iscToken('pat')}` };
  const answer = await fetch(`${other.apiBase}/non-employee-sources`, { headers });
  await other.close();
  expect(answer.status).toBe(401);
});

test.each([
  ['without a token', {}],
  ['with a wrong one', { authorization: 'Bearer CANARY-wrong' }],
  ['with an API key of the older form', { authorization: `Token token=${apiKey}` }],
])('a request %s is refused', async (_what, headers) => {
  expect(await call('/api/v1/non-employee-sources', headers)).toBe(401);
});

test.each(['/non-employee-sources', '/api/non-employee-sources', '/v3/account-activities'])(
  'there is nothing at %s',
  async (path) => {
    expect(await call(path)).toBe(404);
  },
);
