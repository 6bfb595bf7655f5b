/** A person signs in from the command line at servers of OpenID Connect: the demo's, and a certified one that nobody here wrote. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { grantTypes } from '../../main/demo/oidc/clients.ts';
import { startOidcTenant } from '../../main/demo/oidc/tenant.ts';
import type { OidcTenant } from '../../main/demo/oidc/tenant.ts';
import { createCommandLine } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startOidcServer } from '../fixtures/oidc-server.ts';
import type { OidcServer } from '../fixtures/oidc-server.ts';
import { startLogin } from '../fixtures/waiting-login.ts';
import { launchBrowser } from '../fixtures/window-harness.ts';

const vault = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' };
const scope = 'openid offline_access api:read';

let cli: CommandLine;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(() => {
  cli = createCommandLine(vault);
});

afterEach(() => cli.remove());

async function add(profile: Readonly<Record<string, unknown>>): Promise<void> {
  const file = join(cli.root, 'profile.json');
  writeFileSync(file, JSON.stringify({ name: 'acme', system: 'oauth', scope, ...profile }));
  await cli.succeed(['add', '--file', file]);
}

const login = () => startLogin(cli, ['acme', '--no-browser']);

/** In a private window: nobody is remembered. */
async function inBrowser<Result>(address: string, act: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await act(page);
  } finally {
    await context.close();
  }
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** To this machine, with a no. */
const comesBack = (page: Page) => page.waitForURL(/[?&]error=access_denied/);

describe('at the demo server', () => {
  let tenant: OidcTenant;

  beforeEach(async () => {
    tenant = await startOidcTenant({
      clock: systemClock,
      device: { intervalSeconds: 1 },
      clients: [
        {
          clientId: 'native',
          clientAuth: 'none',
          grantTypes: [grantTypes.authorizationCode, grantTypes.refreshToken],
          redirectUris: ['http://127.0.0.1/callback'],
        },
        { clientId: 'tv', clientAuth: 'none', grantTypes: [grantTypes.deviceCode, grantTypes.refreshToken] },
      ],
    });
  });

  afterEach(() => tenant.close());

  const profile = (auth: string, clientId: string) => ({ auth, clientId, issuer: tenant.endpoints.issuer });

  it('signs in with an issuer alone, on any free port, and is renewed and signed out at the server', async () => {
    await add(profile('authorization_code', 'native'));
    const waiting = login();
    await inBrowser(await waiting.address(), async (page) => {
      await press(page, 'Sign in as jane');
      await press(page, 'Allow');
      await heading(page, /signed in to acme/);
    });
    expect(await waiting.outcome).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Signed in to acme as jane'),
    });
    const first = await cli.succeed(['token', 'acme']);
    expect(await cli.succeed(['token', 'acme', '--force'])).not.toBe(first);
    expect(await cli.succeed(['logout', 'acme'])).toBe('Signed out of acme, here and at the server.\n');
  });

  it('ends with 4 when the person does not allow the access', async () => {
    await add(profile('authorization_code', 'native'));
    const waiting = login();
    await inBrowser(await waiting.address(), async (page) => {
      await press(page, 'Sign in as omar');
      await press(page, 'Deny');
      await comesBack(page);
    });
    expect(await waiting.outcome).toMatchObject({ code: 4, stderr: expect.stringContaining('denied') });
  });

  it('RFC 8628 section 3.3.1: signs in with a device code, which is shown beside the complete address', async () => {
    await add(profile('device_code', 'tv'));
    const waiting = login();
    const address = await waiting.address();
    const userCode = new URL(address).searchParams.get('user_code') ?? 'none';
    await waiting.says(new RegExp(userCode));
    await inBrowser(address, async (page) => {
      await press(page, 'Continue');
      await press(page, 'Sign in as jane');
      await press(page, 'Allow');
      await heading(page, /device is signed in/);
    });
    const { code, stdout, stderr } = await waiting.outcome;
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${address}\n` });
    expect(stderr).toContain('Signed in to acme');
  });

  it('RFC 8628 section 3.5: ends with 4 when the device is denied', async () => {
    await add(profile('device_code', 'tv'));
    const waiting = login();
    await inBrowser(await waiting.address(), async (page) => {
      await press(page, 'Continue');
      await press(page, 'Deny');
      await heading(page, /denied/);
    });
    expect((await waiting.outcome).code).toBe(4);
  });
});

describe('at a certified server', () => {
  let server: OidcServer;

  beforeEach(async () => {
    server = await startOidcServer([
      {
        client_id: 'public',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: ['http://127.0.0.1/callback'],
      },
      {
        client_id: 'device',
        token_endpoint_auth_method: 'none',
        grant_types: [grantTypes.deviceCode, 'refresh_token'],
        redirect_uris: [],
        response_types: [],
      },
    ]);
  });

  afterEach(() => server.close());

  async function signInAs(page: Page, user: string): Promise<void> {
    await page.locator('input[name=login]').fill(user);
    await page.locator('input[name=password]').fill('any');
    await press(page, /sign-in/i);
    await press(page, /continue/i);
  }

  const consent = { request: { params: { prompt: 'consent' } } };

  it('signs in through its login and consent pages, and is renewed', async () => {
    await add({ auth: 'authorization_code', clientId: 'public', issuer: server.issuer, ...consent });
    const waiting = login();
    await inBrowser(await waiting.address(), async (page) => {
      await signInAs(page, 'jane');
      await heading(page, /signed in to acme/);
    });
    expect(await waiting.outcome).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Signed in to acme as jane'),
    });
    const first = await cli.succeed(['token', 'acme']);
    expect(await cli.succeed(['token', 'acme', '--force'])).not.toBe(first);
  });

  it('ends with 4 when the person turns back', async () => {
    await add({ auth: 'authorization_code', clientId: 'public', issuer: server.issuer, ...consent });
    const waiting = login();
    await inBrowser(await waiting.address(), async (page) => {
      await page.getByRole('link', { name: /cancel/i }).click();
      await comesBack(page);
    });
    expect(await waiting.outcome).toMatchObject({ code: 4, stderr: expect.stringContaining('denied') });
  });

  it('signs in with a device code', async () => {
    await add({ auth: 'device_code', clientId: 'device', issuer: server.issuer, ...consent });
    const waiting = login();
    await inBrowser(await waiting.address(), async (page) => {
      await press(page, /continue/i);
      await signInAs(page, 'jane');
      await heading(page, /success/i);
    });
    expect((await waiting.outcome).code).toBe(0);
    expect((await cli.run(['token', 'acme'])).code).toBe(0);
  });
});
