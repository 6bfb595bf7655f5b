/** Signing in at a certified authorization server, through its own pages, with a real listener and real storage. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { Clock } from '../../main/clock.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import type { Profile, Secrets } from '../../main/profiles/profile.ts';
import type { Storage } from '../../main/storage/storage.ts';
import { completeProfile } from '../../main/tokens/complete-profile.ts';
import { tokenOrigin } from '../../main/tokens/obtain.ts';
import { createSignIns } from '../../main/tokens/sign-in-desk.ts';
import type { SignIn, SignIns } from '../../main/tokens/sign-ins.ts';
import { Workplace } from '../fixtures/disk-storage.ts';
import { createFormBrowser, signInAs } from '../fixtures/form-browser.ts';
import type { Arrival } from '../fixtures/form-browser.ts';
import { startOidcServer } from '../fixtures/oidc-server.ts';
import type { OidcServer } from '../fixtures/oidc-server.ts';

const secret = 'CANARY-client-secret-long-enough';
const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code';

let server: OidcServer;
let http: Http;
let workplace: Workplace;
let storage: Storage;
let signIns: SignIns;

beforeAll(async () => {
  const native = { application_type: 'native', grant_types: ['authorization_code', 'refresh_token'] } as const;
  server = await startOidcServer([
    {
      ...native,
      client_id: 'public',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
    },
    {
      ...native,
      client_id: 'confidential',
      client_secret: secret,
      token_endpoint_auth_method: 'client_secret_basic',
      redirect_uris: ['http://localhost/myApp/code'],
    },
    {
      client_id: 'device',
      token_endpoint_auth_method: 'none',
      grant_types: [deviceCodeGrant, 'refresh_token'],
      redirect_uris: [],
      response_types: [],
    },
  ]);
  http = createHttp({ clock: systemClock, environment: {} });
});

afterAll(async () => {
  await http.close();
  await server.close();
});

beforeEach(() => {
  workplace = new Workplace();
  storage = workplace.storage();
  signIns = createSignIns({ clock: systemClock, http, storage });
});

afterEach(async () => {
  await signIns.close();
  workplace.clean();
});

const profile = (more: Partial<Profile> = {}): Profile => ({
  name: 'acme-api',
  system: 'oauth',
  auth: 'authorization_code',
  issuer: server.issuer,
  clientId: 'public',
  scope: 'openid offline_access api:read',
  request: { params: { prompt: 'consent' } },
  ...more,
});

async function add(given: Profile, values: Secrets = {}): Promise<string> {
  const { profile: complete } = await completeProfile(http, given);
  const [stored] = await storage.profiles.insert([
    { profile: complete, secrets: { values, origin: tokenOrigin(complete) } },
  ]);
  return stored?.id ?? '';
}

function urlOf(signIn: SignIn): string {
  const state = signIn.state();
  if (state.kind !== 'waiting-for-person') throw new Error(`it is ${JSON.stringify(state)}`);
  return state.url;
}

/** Signs in as jane and stops where the server sends the browser. */
async function redirectFor(signIn: SignIn): Promise<Arrival> {
  const browser = createFormBrowser();
  return signInAs(browser, await browser.visit(urlOf(signIn)), 'jane');
}

const pageAt = async ({ url }: Arrival): Promise<string> => (await fetch(url)).text();

describe('signing in at a certified server', () => {
  it('RFC 8252 section 7.3: works for a public client that names its issuer alone, on any free port', async () => {
    const id = await add(profile());
    const signIn = await signIns.start(id);
    expect(await pageAt(await redirectFor(signIn))).toContain('You are signed in to acme-api.');
    expect(await signIn.ended).toMatchObject({ kind: 'done', identity: { user: 'jane' } });
    expect(await storage.tokens.read(id)).toMatchObject({ accessToken: expect.any(String) });
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: expect.any(String), origin: server.issuer });
  });

  it('works for a client with a secret and a redirect URI of its own', async () => {
    const request = { clientAuth: 'client_secret_basic', params: { prompt: 'consent' } } as const;
    const own = profile({ clientId: 'confidential', redirectUri: 'http://localhost/myApp/code', request });
    const signIn = await signIns.start(await add(own, { clientSecret: secret }));
    expect(await pageAt(await redirectFor(signIn))).toContain('You are signed in');
  });

  it('works with a pasted address in place of the listener', async () => {
    const signIn = await signIns.start(await add(profile()));
    const { url } = await redirectFor(signIn);
    await signIn.paste(` "${url.href}" `);
    expect(signIn.state().kind).toBe('done');
  });

  it('RFC 9207 section 2.4: refuses an answer from which the issuer was taken away', async () => {
    const signIn = await signIns.start(await add(profile()));
    const { url } = await redirectFor(signIn);
    expect(url.searchParams.get('iss')).toBe(server.issuer);
    url.searchParams.delete('iss');
    expect(await (await fetch(url)).text()).toContain('failed');
    expect(await signIn.ended).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_invalid' } });
  });

  it('RFC 6749 section 4.1.2.1: says that it was denied', async () => {
    const signIn = await signIns.start(await add(profile()));
    const browser = createFormBrowser();
    const login = await browser.visit(urlOf(signIn));
    const denied = await browser.visit(`${login.url.href}/abort`);
    expect(await pageAt(denied)).toContain('was denied');
    expect(await signIn.ended).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_denied' } });
  });

  it('RFC 7636 section 4.3: the server has seen a challenge, and takes the code with no other verifier', async () => {
    const first = await signIns.start(await add(profile()));
    const second = await signIns.start(await add(profile({ name: 'acme-other' })));
    const stolen = (await redirectFor(first)).url.searchParams.get('code') ?? '';
    const own = await redirectFor(second);
    own.url.searchParams.set('code', stolen);
    expect(await pageAt(own)).toContain('failed');
    expect(await second.ended).toMatchObject({ kind: 'failed', error: { data: { oauthError: 'invalid_grant' } } });
  });

  it('asks before it takes the session of another user', async () => {
    const id = await add(profile({ expectUser: 'joe' }));
    const signIn = await signIns.start(id);
    expect(await pageAt(await redirectFor(signIn))).toContain('as somebody else than acme-api expects');
    expect(signIn.state()).toMatchObject({ kind: 'other-user', actual: { user: 'jane' } });
    expect(storage.sessions.facts(id)).toBeUndefined();
    await signIn.accept();
    expect(storage.sessions.facts(id)).toBeDefined();
  });

  it('RFC 7009: signing out ends the session there as well', async () => {
    const id = await add(profile());
    const signIn = await signIns.start(id);
    await pageAt(await redirectFor(signIn));
    const refreshToken = (await storage.sessions.read(id))?.refreshToken ?? '';
    expect(await signIns.signOut(id)).toStrictEqual({ revoked: true });
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'public', refresh_token: refreshToken });
    const answer = await fetch(server.endpoints.token, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('RFC 8628: signing in on another device at a certified server', () => {
  /** The server wants five seconds between two requests; nobody has to wait for them here. */
  const hasty: Clock = { ...systemClock, setTimer: (delayMs, run) => systemClock.setTimer(delayMs / 50, run) };

  it('works with the code that is shown', async () => {
    const desk = createSignIns({ clock: hasty, http, storage });
    const { redirectUri: _, ...device } = profile({ auth: 'device_code', clientId: 'device' });
    const signIn = await desk.start(await add(device), { timeoutMs: 3_000_000 });
    const state = signIn.state();
    const userCode = state.kind === 'waiting-for-person' ? (state.userCode ?? '') : '';
    const browser = createFormBrowser();
    const typed = await browser.submit(await browser.visit(`${server.issuer}/device`), { user_code: userCode });
    const login = await browser.submit(typed, { confirm: 'yes' });
    await signInAs(browser, login, 'jane');
    expect(await signIn.ended).toMatchObject({ kind: 'done' });
    expect(storage.sessions.facts(signIn.profileId)).toBeDefined();
    await desk.close();
  });
});
