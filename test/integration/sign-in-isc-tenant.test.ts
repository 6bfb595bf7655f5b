/** Signing in at an ISC tenant as strict as the real one, in every form that the vendor documents. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startIscTenant } from '../../main/demo/isc/tenant.ts';
import type { IscTenant } from '../../main/demo/isc/tenant.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import type { BodyShape, Profile, Secrets } from '../../main/profiles/profile.ts';
import { completeProfile } from '../../main/tokens/complete-profile.ts';
import { tokenOrigin } from '../../main/tokens/obtain.ts';
import { createSignIns } from '../../main/tokens/sign-in-desk.ts';
import type { SignIn, SignIns } from '../../main/tokens/sign-ins.ts';
import { openPage } from '../fixtures/demo-browser.ts';
import { unusedPort } from '../fixtures/loopback-server.ts';
import { MemoryStorage } from '../fixtures/memory-storage.ts';

const clientSecret = 'CANARY-c924417c85b19eda';
const pasteUri = 'https://myappdomain.com/oauth/redirect';

let http: Http;
let storage: MemoryStorage;
let signIns: SignIns;
let tenant: IscTenant;
let redirectUri: string;

beforeEach(async () => {
  redirectUri = `http://localhost:${await unusedPort()}/myApp/code`;
  const grantTypes = ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'] as const;
  tenant = await startIscTenant({
    clock: systemClock,
    tokenLifetimeSeconds: 749,
    clients: [
      { clientId: 'web', clientSecret, grantTypes, redirectUris: [redirectUri, pasteUri] },
      { clientId: 'public', grantTypes, redirectUris: [redirectUri] },
    ],
  });
  http = createHttp({ clock: systemClock, environment: {} });
  storage = new MemoryStorage(systemClock);
  signIns = createSignIns({ clock: systemClock, http, storage });
});

afterEach(async () => {
  await signIns.close();
  await http.close();
  await tenant.close();
});

async function start(more: Partial<Profile> = {}, values: Secrets = { clientSecret }): Promise<SignIn> {
  const given: Profile = {
    name: 'acme-prod',
    system: 'isc',
    auth: 'authorization_code',
    clientId: 'web',
    redirectUri,
    endpoints: { token: tenant.tokenEndpoint },
    ...more,
  };
  const { profile } = await completeProfile(http, given);
  const secrets = { values, origin: tokenOrigin(profile) };
  const [stored] = await storage.profiles.insert([{ profile, secrets }]);
  return signIns.start(stored?.id ?? '');
}

/** Where the tenant sends the browser after its page's button was pressed. */
async function press(signIn: SignIn, button: string): Promise<URL> {
  const state = signIn.state();
  const page = await openPage(state.kind === 'waiting-for-person' ? state.url : '');
  const { location, heading } = await page.press(button);
  if (location === undefined) throw new Error(`no redirect, but ${heading}`);
  return location;
}

const pageAt = async (url: URL): Promise<string> => (await fetch(url)).text();

describe('signing in at an ISC tenant', () => {
  it('begins at the authorize endpoint that the tenant names', async () => {
    const state = (await start()).state();
    expect(state).toMatchObject({ url: expect.stringMatching(new RegExp(`^${tenant.authorizeEndpoint}\\?`)) });
  });

  it.each<BodyShape>(['form', 'multipart', 'query'])('works with the token request as %s', async (body) => {
    const signIn = await start({ request: { body } });
    expect(await pageAt(await press(signIn, 'Sign in as jane.admin'))).toContain('You are signed in to acme-prod.');
    expect(await signIn.ended).toMatchObject({ kind: 'done', identity: { user: 'jane.admin' } });
  });

  it('works for a client without a secret', async () => {
    const signIn = await start({ clientId: 'public' }, {});
    expect(await pageAt(await press(signIn, 'Sign in as omar.reader'))).toContain('You are signed in');
  });

  it('works with a pasted address where the client has an https redirect URI', async () => {
    const signIn = await start({ redirectUri: pasteUri });
    await signIn.paste((await press(signIn, 'Sign in as jane.admin')).href);
    expect(signIn.state().kind).toBe('done');
  });

  it('keeps the session and knows its end by the refresh token', async () => {
    const signIn = await start();
    await pageAt(await press(signIn, 'Sign in as jane.admin'));
    expect(storage.sessions.facts(signIn.profileId)?.endsAtMs).toBeGreaterThan(systemClock.now());
  });

  it('says that it was denied', async () => {
    const signIn = await start();
    expect(await pageAt(await press(signIn, 'Deny'))).toContain('was denied');
    expect(await signIn.ended).toMatchObject({ error: { code: 'auth.sign_in_denied' } });
  });

  it('asks before it takes the session of another user', async () => {
    const signIn = await start({ expectUser: 'jane.admin' });
    await pageAt(await press(signIn, 'Sign in as omar.reader'));
    expect(signIn.state()).toMatchObject({ kind: 'other-user', actual: { user: 'omar.reader' } });
  });

  it('fails with a wrong secret, and says so in the browser', async () => {
    const signIn = await start({}, { clientSecret: 'CANARY-wrong' });
    const page = await pageAt(await press(signIn, 'Sign in as jane.admin'));
    expect(page).toContain('The sign-in to acme-prod failed.');
    expect(page).not.toContain('CANARY');
  });
});
