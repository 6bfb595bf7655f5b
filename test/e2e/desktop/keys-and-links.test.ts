/** Profiles whose tokens come by a key, from another profile, or not at all; and whether they work at their APIs. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { startAicTenant } from '../../../main/demo/aic/tenant.ts';
import type { AicTenant } from '../../../main/demo/aic/tenant.ts';
import { startIscTenant } from '../../../main/demo/isc/tenant.ts';
import type { IscTenant } from '../../../main/demo/isc/tenant.ts';
import { startNermTenant } from '../../../main/demo/nerm/tenant.ts';
import type { NermTenant } from '../../../main/demo/nerm/tenant.ts';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { tokenMark } from './strict-tenant.ts';
import { button, pageTitle, profileRow } from './window-parts.ts';

const accountId = randomUUID();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const privateJwk = rsa.privateKey.export({ format: 'jwk' });
const publicJwk = { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'key-1' };
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
const clientSecret = `pat-CANARY-${randomUUID()}`;
const apiKey = `key-CANARY-${randomUUID()}`;
const clientId = randomUUID().replaceAll('-', '');

let desk: Desk;
let aic: AicTenant;
let isc: IscTenant;
let nerm: NermTenant;
let page: Page;
beforeAll(async () => {
  aic = await startAicTenant({
    clock: systemClock,
    accounts: [{ id: accountId, publicJwk, scopes: ['fr:am:*', 'fr:idm:*'] }],
  });
  isc = await startIscTenant({
    clock: systemClock,
    tokenLifetimeSeconds: 600,
    org: 'acme-keys',
    clients: [
      {
        clientId,
        clientSecret,
        user: { userId: randomUUID(), identityId: 'f'.repeat(32), userName: 'jane.admin', authorities: ['ORG_ADMIN'] },
        expirationDate: '2027-05-01T00:00:00.000Z',
      },
    ],
  });
  nerm = await startNermTenant({ clock: systemClock, isc, apiKeys: [apiKey] });
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
});
afterAll(async () => {
  await Promise.all([aic.close(), isc.close(), nerm.close()]);
  await desk.clear();
});

const press = (name: string) => button(page, name).click();
const keyError = () => page.locator('[data-path="secrets.privateKeyJwk"] .field-error');
const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

/** A file is dropped somewhere on the page. */
async function drop(text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([${JSON.stringify(text)}], 'key.jwk'));
    return dropped;
  })()`);
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

async function probe(): Promise<void> {
  await page.getByRole('tab', { name: 'Probe' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Probe' }).click();
}

describe('a service account of PingOne AIC', () => {
  it.each<[string, unknown, RegExp]>([
    ['its public key', publicJwk, /public key/],
    ['a key of another kind', ec, /elliptic-curve/],
    ['a key that is encrypted', ['e30', 'CANARY', 'CANARY', 'CANARY', 'CANARY'].join('.'), /encrypted/],
    ['a part of a key', JSON.stringify(privateJwk).slice(0, 200), /not JSON, or only a part/],
    ['a PEM file', '-----BEGIN CANARY PRIVATE KEY-----', /PEM/],
  ])('is told what is wrong with %s', async (_what, content, words) => {
    if ((await page.getByRole('radio', { name: 'PingOne AIC' }).count()) === 0) {
      await press('Add a tenant');
      await page.getByRole('radio', { name: 'PingOne AIC' }).check();
      await fill('Name', 'acme-aic');
      await fill('Service account id', accountId);
      await fill('Scope', 'fr:am:* fr:idm:*');
      await page.getByText('More options').click();
      await fill('Token endpoint', aic.tokenEndpoint);
      await fill('API', aic.apiBase);
    }
    await drop(typeof content === 'string' ? content : JSON.stringify(content));
    await expect.poll(() => keyError().textContent(), patience).toMatch(words);
    expect(await keyError().textContent()).not.toContain('CANARY');
  });

  it('gets its token with the private key that is dropped, which is not shown', async () => {
    await drop(JSON.stringify({ ...privateJwk, kid: 'key-1' }));
    await page.getByText('Filled in from the private key').waitFor();
    await expect.poll(() => keyError().count(), patience).toBe(0);
    expect(await page.content()).not.toContain(privateJwk.d);
    await press('Test');
    await page.getByText(/^It works: the token is valid until/).waitFor();
    await press('Save');
    await pageTitle(page, 'acme-aic').waitFor();
    await profileRow(page, 'acme-aic', 'Valid').waitFor();
  });

  it('keeps the key that is stored when something else is edited, and never shows it again', async () => {
    await press('More');
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByText('stored', { exact: true }).waitFor();
    expect(await page.getByLabel('Private key', { exact: true }).inputValue()).toBe('');
    await fill('Name', 'aic-prod');
    await press('Save');
    await pageTitle(page, 'aic-prod').waitFor();
    expect((await desk.tokentray('token', 'aic-prod', '--force')).code).toBe(0);
  });

  it('is probed by a request that its scopes allow', async () => {
    await probe();
    await page.getByText(/^The token works: GET \/openidm\/managed\/alpha_user/).waitFor();
    await page.getByLabel('Address').fill('https://other.example.com/openidm');
    await page.getByRole('tabpanel').getByRole('button', { name: 'Probe' }).click();
    await expect.poll(() => page.getByRole('tabpanel').textContent(), patience).toMatch(/other\.example\.com/);
    expect(aic.requests.filter(({ path }) => path.startsWith('/openidm'))).toHaveLength(1);
  });
});

describe('a personal access token', () => {
  it('whose last day the probe finds notes it at a click, and asks for no other token', async () => {
    const endpoints = { token: isc.tokenEndpoint, api: isc.apiBase };
    await desk.addProfile('acme-isc', { clientId, endpoints }, clientSecret);
    await profileRow(page, 'acme-isc').click();
    await probe();
    await page.getByText('The credential ends on 2027-05-01').waitFor();
    const before = isc.requests.filter(({ path }) => path === '/oauth/token').length;
    await press('Note it in the profile');
    await page.getByText('acme-isc notes 2027-05-01 as the last day').waitFor();
    await expect.poll(() => button(page, 'Note it in the profile').count(), patience).toBe(0);
    const shown = JSON.parse((await desk.tokentray('show', 'acme-isc', '--json')).stdout);
    expect(JSON.stringify(shown)).toContain('"credentialExpires":"2027-05-01"');
    expect(isc.requests.filter(({ path }) => path === '/oauth/token')).toHaveLength(before);
  });
});

describe('a NERM profile', () => {
  it('takes the token of an ISC profile that is chosen, and says whose it is', async () => {
    await press('Add a tenant');
    await page.getByRole('radio', { name: 'SailPoint NERM' }).check();
    await fill('Name', 'acme-nerm');
    await page.getByLabel('Takes its token from').click();
    await page.getByRole('option', { name: 'acme-isc' }).click();
    await page.getByText('More options').click();
    await fill('API', nerm.apiBase);
    await press('Test');
    await page.getByText(/^It works: the token is valid until/).waitFor();
    await press('Save');
    await pageTitle(page, 'acme-nerm').waitFor();
    await profileRow(page, 'acme-nerm', 'token of acme-isc').waitFor();
    expect((await desk.tokentray('token', 'acme-nerm')).stdout).toBe(
      (await desk.tokentray('token', 'acme-isc')).stdout,
    );
  });

  it('is probed at its own API, and leads to the profile that it uses', async () => {
    await probe();
    await page.getByText(/^The token works: GET \/api\/v1/).waitFor();
    await page.getByRole('region', { name: 'Remaining life' }).getByRole('button', { name: 'acme-isc' }).click();
    await pageTitle(page, 'acme-isc').waitFor();
    expect(nerm.requests.map(({ path }) => path)).toContain('/api/v1/non-employee-sources');
  });

  it('with a key of its own is saved without a test, and no end of it is known', async () => {
    await press('Add a tenant');
    await page.getByRole('radio', { name: 'SailPoint NERM' }).check();
    await page.getByRole('radio', { name: 'NERM API key' }).check();
    await fill('Name', 'nerm-key');
    await fill('API key', apiKey);
    await page.getByText('More options').click();
    await fill('API', nerm.apiBase);
    expect(await button(page, 'Test').count()).toBe(0);
    await press('Save');
    await pageTitle(page, 'nerm-key').waitFor();
    await profileRow(page, 'nerm-key', 'No expiry known').waitFor();
    expect(await button(page, 'Refresh').count()).toBe(0);
    await probe();
    await page.getByText(/^The token works|^The API key works/).waitFor();
  });
});

describe("NetFoundry's credentials.json", () => {
  it('fills the form when it is dropped, and its secret stays out of the window', async () => {
    await press('Add a tenant');
    await page.getByRole('radio', { name: 'NetFoundry' }).waitFor();
    await drop(
      JSON.stringify({
        clientId: 'netfoundry-client',
        password: clientSecret,
        authenticationUrl: 'https://netfoundry-production.auth0.com/oauth/token',
      }),
    );
    await page.getByText('Filled in from the NetFoundry').waitFor();
    expect(await page.getByRole('radio', { name: 'NetFoundry' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Client id').inputValue()).toBe('netfoundry-client');
    expect(await page.getByLabel('Client secret', { exact: true }).inputValue()).toBe('');
    expect(await page.content()).not.toContain(clientSecret);
    await press('Undo');
    await expect.poll(() => page.getByLabel('Client id').count(), patience).toBe(0);
    await press('Back');
  });
});

it('left no secret and no token anywhere', async () => {
  expect(await desk.leaks(clientSecret, apiKey, privateJwk.d ?? '', await tokenMark(isc.origin))).toEqual([]);
});
