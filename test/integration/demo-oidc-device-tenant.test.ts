/** Signing in on another device at the demo server of OpenID Connect (RFC 8628). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { grantTypes, type OidcClient } from '../../main/demo/oidc/clients.ts';
import { startOidcTenant, type OidcTenant } from '../../main/demo/oidc/tenant.ts';
import { openPage } from '../fixtures/demo-browser.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';

const clients: readonly OidcClient[] = [
  { clientId: 'tv', name: 'The TV', clientAuth: 'none', grantTypes: [grantTypes.deviceCode, grantTypes.refreshToken] },
  { clientId: 'radio', clientAuth: 'none', grantTypes: [grantTypes.deviceCode] },
  { clientId: 'native', clientAuth: 'none', grantTypes: [grantTypes.authorizationCode] },
];

let clock: FakeClock;
let tenant: OidcTenant;

beforeEach(async () => {
  clock = new FakeClock();
  tenant = await startOidcTenant({ clock, clients });
});
afterEach(() => tenant.close());

async function send(url: string, parameters: Record<string, string>): Promise<[number, Record<string, unknown>]> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(parameters) });
  return [answer.status, (await answer.json()) as Record<string, unknown>];
}

const start = (changes: Record<string, string> = {}) =>
  send(tenant.endpoints.deviceAuthorization, { client_id: 'tv', scope: 'openid api:read', ...changes });

async function started(): Promise<{ device: string; user: string; complete: string }> {
  const [, body] = await start();
  return {
    device: String(body['device_code']),
    user: String(body['user_code']),
    complete: String(body['verification_uri_complete']),
  };
}

const poll = (device_code: string, client_id = 'tv') =>
  send(tenant.endpoints.token, { grant_type: grantTypes.deviceCode, client_id, device_code });

const typed = (user_code: string) =>
  openPage(tenant.endpoints.device, { method: 'POST', body: new URLSearchParams({ user_code }) });

async function answer(user: string, ...buttons: readonly string[]): Promise<string | undefined> {
  let page = await typed(user);
  for (const name of buttons) page = await page.press(name);
  return page.heading;
}

describe('a device', () => {
  test('is given two codes and the places for them (section 3.2)', async () => {
    expect(await start()).toEqual([
      200,
      {
        device_code: expect.stringMatching(/^[\w-]{43}$/),
        user_code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/),
        verification_uri: tenant.endpoints.device,
        verification_uri_complete: expect.stringMatching(/\?user_code=[B-Z]{4}-[B-Z]{4}$/),
        expires_in: 600,
        interval: 5,
      },
    ]);
  });

  test('waits for the person, and gets tokens once (sections 3.4 and 3.5)', async () => {
    const { device, user } = await started();
    expect(await poll(device)).toMatchObject([400, { error: 'authorization_pending' }]);
    expect(await answer(user, 'Sign in as jane', 'Allow')).toBe('Your device is signed in');
    await clock.advance(5_000);
    expect(await poll(device)).toMatchObject([
      200,
      { scope: 'openid api:read', refresh_token: expect.any(String), id_token: expect.any(String) },
    ]);
    await clock.advance(5_000);
    expect(await poll(device)).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  test('that asks too often is to wait longer each time (section 3.5)', async () => {
    const { device } = await started();
    await poll(device);
    await clock.advance(4_999);
    expect(await poll(device)).toMatchObject([400, { error: 'slow_down' }]);
    await clock.advance(9_999);
    expect(await poll(device)).toMatchObject([400, { error: 'slow_down' }]);
    await clock.advance(15_000);
    expect(await poll(device)).toMatchObject([400, { error: 'authorization_pending' }]);
  });

  test.each([[['Deny']], [['Sign in as jane', 'Deny']]])('is told of %j', async (buttons) => {
    const { device, user } = await started();
    expect(await answer(user, ...buttons)).toBe('Your device was denied');
    expect(await poll(device)).toMatchObject([400, { error: 'access_denied' }]);
  });

  test('is told that its time is over', async () => {
    const { device } = await started();
    await clock.advance(600_000);
    expect(await poll(device)).toMatchObject([400, { error: 'expired_token' }]);
  });

  test('cannot use another one’s code', async () => {
    const { device } = await started();
    expect(await poll(device, 'radio')).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  test.each([
    ['without that grant', { client_id: 'native' }, 400, 'unauthorized_client'],
    ['that is not known', { client_id: 'toaster' }, 401, 'invalid_client'],
    ['that asks for an unknown scope', { scope: 'admin' }, 400, 'invalid_scope'],
  ])('%s is refused', async (_what, changes: Record<string, string>, status, error) => {
    expect(await start(changes)).toMatchObject([status, { error }]);
  });
});

describe('a person', () => {
  test('sees the code of the complete address, to confirm it (section 3.3.1)', async () => {
    const { complete, user } = await started();
    const text = await (await fetch(complete)).text();
    expect(text).toContain(`value="${user}"`);
  });

  test('is told who asks', async () => {
    const page = await typed((await started()).user);
    expect((await page.press('Sign in as jane')).heading).toBe('Allow The TV?');
  });

  test('may type the code in small letters, without its dash (section 6.1)', async () => {
    const { user } = await started();
    expect((await typed(user.toLowerCase().replace('-', ''))).status).toBe(200);
  });

  test.each(['', 'BBBB-BBBB'])('is told that the code %j is none', async (code) => {
    expect((await typed(code)).heading).toBe('Unknown code');
  });

  test('cannot answer twice', async () => {
    const { user } = await started();
    await answer(user, 'Sign in as jane', 'Allow');
    expect((await typed(user)).heading).toBe('Unknown code');
  });

  test('cannot be answered for with markup in the address', async () => {
    const text = await (await fetch(`${tenant.endpoints.device}?user_code=%22%3E%3Cscript%3E`)).text();
    expect(text).not.toContain('<script>');
  });
});
