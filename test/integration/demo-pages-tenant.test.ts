/** The pages of demo tenants in a real browser: usable by role and name, under their own policy, for everybody. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startIscTenant, type IscTenant } from '../../main/demo/isc/tenant.ts';
import { grantTypes } from '../../main/demo/oidc/clients.ts';
import { startOidcTenant, type OidcTenant } from '../../main/demo/oidc/tenant.ts';
import { serveHttp, type LoopbackServer } from '../fixtures/loopback-server.ts';
import { launchBrowser } from '../fixtures/window-harness.ts';

let browser: Browser;
let page: Page;
let complaints: string[];
let client: LoopbackServer;
let redirectUri: string;
let isc: IscTenant;
let oidc: OidcTenant;

beforeAll(async () => {
  browser = await launchBrowser();
  client = await serveHttp((_request, response) => response.end('Back at the client.'));
  redirectUri = `http://localhost:${client.port}/myApp/code`;
  isc = await startIscTenant({
    clock: systemClock,
    tokenLifetimeSeconds: 60,
    clients: [
      { clientId: 'web', name: 'My Application', grantTypes: ['AUTHORIZATION_CODE'], redirectUris: [redirectUri] },
    ],
  });
  oidc = await startOidcTenant({
    clock: systemClock,
    clients: [
      {
        clientId: 'native',
        name: 'Native app',
        clientAuth: 'none',
        grantTypes: [grantTypes.authorizationCode, grantTypes.deviceCode],
        redirectUris: ['http://127.0.0.1/callback'],
      },
    ],
  });
});

beforeEach(async () => {
  complaints = [];
  page = await (await browser.newContext()).newPage();
  page.on('console', (message) => complaints.push(message.text()));
});
afterEach(() => page.context().close());

afterAll(async () => {
  await browser.close();
  await Promise.all([isc.close(), oidc.close(), client[Symbol.asyncDispose]()]);
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const signInUrl = () =>
  `${isc.authorizeEndpoint}?${new URLSearchParams({
    client_id: 'web',
    response_type: 'code',
    redirect_uri: redirectUri,
    state: 's',
  }).toString()}`;
const openIdUrl = () =>
  `${oidc.endpoints.authorize}?${new URLSearchParams({
    client_id: 'native',
    response_type: 'code',
    redirect_uri: `http://127.0.0.1:${client.port}/callback`,
    scope: 'openid profile',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  }).toString()}`;

/** The address at which the client was reached, with nothing that the browser complained about. */
async function arrival(): Promise<URLSearchParams> {
  await page.getByText('Back at the client.').waitFor();
  expect(complaints.filter((text) => /policy|refused/i.test(text))).toEqual([]);
  return new URL(page.url()).searchParams;
}

async function axeFindings(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id }) => id);
}

describe('a person', () => {
  test('signs in to ISC with one button', async () => {
    await page.goto(signInUrl());
    await press('Sign in as jane.admin');
    expect((await arrival()).get('code')).toMatch(/^[\w-]+$/);
  });

  test('signs in to ISC through the company', async () => {
    await page.goto(signInUrl());
    await press('Sign in with company SSO');
    await press('Continue as omar.reader');
    expect((await arrival()).get('code')).toMatch(/^[\w-]+$/);
  });

  test('denies', async () => {
    await page.goto(signInUrl());
    await press('Deny');
    expect((await arrival()).get('error')).toBe('access_denied');
  });

  test('signs in and consents with the keyboard alone', async () => {
    await page.goto(openIdUrl());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Allow Native app?' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await arrival()).get('iss')).toBe(oidc.endpoints.issuer);
  });

  test('types the code of a device', async () => {
    const body = new URLSearchParams({ client_id: 'native', scope: 'openid' });
    const started = await fetch(oidc.endpoints.deviceAuthorization, { method: 'POST', body });
    const { user_code: code } = (await started.json()) as { user_code: string };
    await page.goto(oidc.endpoints.device);
    await page.getByLabel('Code').fill(code);
    await press('Continue');
    await press('Sign in as jane');
    await press('Allow');
    await page.getByRole('heading', { name: 'Your device is signed in' }).waitFor();
    expect(await axeFindings()).toEqual([]);
  });

  test('sees where the API of ISC is after a sign-in', async () => {
    await page.goto(`${isc.login.origin}/ui/session`);
    await press('Sign in as jane.admin');
    await page.getByText(isc.apiBase).waitFor();
    expect(page.url()).toBe(`${isc.login.origin}/ui/session`);
  });
});

describe('axe finds nothing', () => {
  test('where a user is picked', async () => {
    await page.goto(signInUrl());
    expect(await axeFindings()).toEqual([]);
  });

  test('at the company', async () => {
    await page.goto(signInUrl());
    await press('Sign in with company SSO');
    expect(await axeFindings()).toEqual([]);
  });

  test('where consent is asked for', async () => {
    await page.goto(openIdUrl());
    await press('Sign in as omar');
    expect(await axeFindings()).toEqual([]);
  });

  test('where a code is typed', async () => {
    await page.goto(oidc.endpoints.device);
    expect(await axeFindings()).toEqual([]);
  });

  test('where a request is wrong', async () => {
    await page.goto(`${isc.authorizeEndpoint}?client_id=nobody`);
    expect(await axeFindings()).toEqual([]);
  });
});
