/** A tenant of each system is added with the keyboard alone, tested before it is saved where a test tells something. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { startAicTenant } from '../../../main/demo/aic/tenant.ts';
import type { AicTenant } from '../../../main/demo/aic/tenant.ts';
import { startNetFoundryTenant } from '../../../main/demo/netfoundry/tenant.ts';
import type { NetFoundryTenant } from '../../../main/demo/netfoundry/tenant.ts';
import { startOidcTenant } from '../../../main/demo/oidc/tenant.ts';
import type { OidcTenant } from '../../../main/demo/oidc/tenant.ts';
import { setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { createHands } from './hands.ts';
import { pageTitle } from './window-parts.ts';

const accountId = randomUUID();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const privateJwk = rsa.privateKey.export({ format: 'jwk' });
const clientSecret = `secret-CANARY-${randomUUID()}`;

let desk: Desk;
let page: Page;
let aic: AicTenant;
let netfoundry: NetFoundryTenant;
let oidc: OidcTenant;
beforeAll(async () => {
  const publicJwk = { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'key-1' };
  aic = await startAicTenant({
    clock: systemClock,
    accounts: [{ id: accountId, publicJwk, scopes: ['fr:am:*', 'fr:idm:*'] }],
  });
  netfoundry = await startNetFoundryTenant({
    clock: systemClock,
    clients: [{ clientId: 'netfoundry-client', clientSecret }],
  });
  oidc = await startOidcTenant({
    clock: systemClock,
    clients: [
      {
        clientId: 'tokentray',
        name: 'Tokentray',
        clientAuth: 'client_secret_post',
        clientSecret,
        grantTypes: ['client_credentials'],
      },
    ],
  });
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
  await page.getByRole('button', { name: 'Add a tenant' }).waitFor();
});
afterAll(async () => {
  await Promise.all([aic.close(), netfoundry.close(), oidc.close()]);
  await desk.clear();
});

const { reach, type, press } = createHands(() => page);

/** To the form, with a system chosen; `way`: to its tokens, where it is not the first. */
async function choose(system: RegExp, way?: RegExp): Promise<void> {
  await press('ControlOrMeta+n');
  await page.getByRole('radio', { name: 'SailPoint ISC' }).waitFor();
  await reach(system, 'ArrowDown');
  await press('Space');
  if (way === undefined) return;
  await press('Tab');
  await reach(way, 'ArrowDown');
}

async function openMore(): Promise<void> {
  await reach(/^More options/);
  await press('Enter');
}

/** Enter tests first, then saves. */
async function testAndSave(name: string): Promise<void> {
  await press('Enter');
  await page.getByText(/^It works/).waitFor();
  await reach(/^Save$/);
  await press('Enter');
  await pageTitle(page, name).waitFor();
}

async function save(name: string): Promise<void> {
  await reach(/^Save$/);
  await press('Enter');
  await pageTitle(page, name).waitFor();
}

async function systemOf(name: string): Promise<string | undefined> {
  const { stdout } = await desk.tokentray('export', name);
  return (JSON.parse(stdout) as { profiles: { system: string }[] }).profiles[0]?.system;
}

it('of SailPoint ISC, with a personal access token', async () => {
  const { client, origin } = desk.tenant;
  await choose(/SailPoint ISC/);
  await type(/^Name/, 'acme-isc');
  await type(/^Client id/, client.clientId);
  await type(/^Client secret/, client.clientSecret);
  await openMore();
  await type(/^Token endpoint/, `${origin}/oauth/token`);
  await type(/^API$/, origin);
  await testAndSave('acme-isc');
  expect(await systemOf('acme-isc')).toBe('isc');
});

it('of SailPoint NERM, with the token of that profile', async () => {
  await choose(/SailPoint NERM/);
  await type(/^Name/, 'acme-nerm');
  await type(/^Company/, 'acme');
  await reach(/^Takes its token from/);
  await press('Enter');
  await page.getByRole('option', { name: 'acme-isc' }).waitFor();
  await press('ArrowDown');
  await press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  await reach(/^Test$/);
  await testAndSave('acme-nerm');
  expect(await systemOf('acme-nerm')).toBe('nerm');
});

it('of SailPoint NERM, with an API key, which is not tested', async () => {
  await choose(/SailPoint NERM/, /NERM API key/);
  await type(/^Name/, 'acme-key');
  await type(/^Company/, 'acme');
  await type(/^API key/, `key-CANARY-${randomUUID()}`);
  await save('acme-key');
  expect(await systemOf('acme-key')).toBe('nerm');
});

it('of PingOne AIC, with the key of a service account', async () => {
  await choose(/PingOne AIC/);
  await type(/^Name/, 'acme-aic');
  await type(/^Service account id/, accountId);
  await reach(/^Private key/);
  await page.keyboard.insertText(JSON.stringify({ ...privateJwk, kid: 'key-1' }));
  await page.getByText('RSA key with 2048 bits').waitFor();
  await type(/^Scope/, 'fr:am:* fr:idm:*');
  await openMore();
  await type(/^Token endpoint/, aic.tokenEndpoint);
  await type(/^API$/, aic.apiBase);
  await testAndSave('acme-aic');
  expect(await systemOf('acme-aic')).toBe('aic');
});

it('of NetFoundry, with an API account', async () => {
  await choose(/NetFoundry/);
  await type(/^Name/, 'acme-netfoundry');
  await type(/^Client id/, 'netfoundry-client');
  await type(/^Client secret/, clientSecret);
  await openMore();
  await type(/^Token endpoint/, netfoundry.tokenEndpoint);
  await type(/^API$/, netfoundry.apiBase);
  await type(/^Audience/, netfoundry.audience);
  await testAndSave('acme-netfoundry');
  expect(await systemOf('acme-netfoundry')).toBe('netfoundry');
});

it('of any other server, found by its issuer', async () => {
  await choose(/OAuth 2\.0/);
  await type(/^Name/, 'acme-oauth');
  await type(/^Issuer/, oidc.endpoints.issuer);
  await reach(/^Look up$/);
  await press('Enter');
  await page.getByText(/^Filled in: .*Token endpoint/).waitFor();
  await type(/^Client id/, 'tokentray');
  await type(/^Client secret/, clientSecret);
  await testAndSave('acme-oauth');
  expect(await systemOf('acme-oauth')).toBe('oauth');
});

it('left no secret and no token anywhere', async () => {
  expect(await desk.leaks(clientSecret, privateJwk.d ?? '')).toEqual([]);
});
