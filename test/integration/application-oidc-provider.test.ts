/** A session's whole life at a certified server, through the application's own storage, sign-in desk and engine. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApplication } from '../fixtures/application.ts';
import type { Application } from '../fixtures/application.ts';
import { createFormBrowser, signInAs } from '../fixtures/form-browser.ts';
import { startOidcServer } from '../fixtures/oidc-server.ts';
import type { OidcServer } from '../fixtures/oidc-server.ts';
import { isActive, openRedirect, tokenRequests, urlOf, worksAs } from '../fixtures/oidc-session.ts';

const profile = (clientId = 'app') => ({
  name: 'acme-api',
  system: 'oauth',
  auth: 'authorization_code',
  issuer: server.issuer,
  clientId,
  scope: 'openid offline_access api:read',
  request: { params: { prompt: 'consent' } },
});

let server: OidcServer;
let application: Application;

beforeAll(async () => {
  const client = (clientId: string) => ({
    client_id: clientId,
    application_type: 'native' as const,
    token_endpoint_auth_method: 'none' as const,
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: ['http://127.0.0.1/callback'],
  });
  const AccessToken = (_context: unknown, _token: unknown, { clientId }: { readonly clientId: string }) =>
    clientId === 'brief' ? 8 : 900;
  server = await startOidcServer([client('app'), client('brief')], { ttl: { AccessToken } });
});

afterAll(() => server.close());

beforeEach(() => {
  application = openApplication();
});

afterEach(() => application.close());

/** Signs in as this user, in a browser of its own. */
async function signedIn(id: string, user = 'jane'): Promise<void> {
  const signIn = await application.services.signIns.start(id);
  await openRedirect(signIn, user);
  const { kind } = await signIn.ended;
  if (kind !== 'done') throw new Error(`the sign-in ended as ${JSON.stringify(signIn.state())}`);
}

const refreshTokenOf = async (id: string) => (await application.services.storage.sessions.read(id))?.refreshToken;
const active = (token: string) => isActive(server, token, 'app');
const lastIssued = () => server.refreshTokens.at(-1) ?? '';

describe('a profile that names its issuer alone', () => {
  it('has its endpoints when it is added, as the server described them', async () => {
    const id = await application.add(profile());
    const { authorize, token, revoke } = server.endpoints;
    expect(application.services.storage.profiles.get(id)?.profile.endpoints).toEqual({ authorize, token, revoke });
  });

  it('RFC 8414 section 3.3: is not stored with the issuer written otherwise than the server writes it', async () => {
    const adding = application.add({ ...profile(), issuer: `${server.issuer}/` });
    await expect(adding).rejects.toMatchObject({
      code: 'config.issuer_mismatch',
      data: { expected: `${server.issuer}/`, actual: server.issuer },
    });
    expect(application.services.storage.profiles.list()).toEqual([]);
  });
});

describe('a session', () => {
  let id: string;

  beforeEach(async () => {
    id = await application.add(profile());
    await signedIn(id);
  });

  it('gives a token that works, without another request', async () => {
    const before = tokenRequests(server);
    const { token } = await application.services.engine.token(id, { minValidMs: 1_000 });
    expect(await worksAs(server, token.accessToken)).toBe('jane');
    expect(tokenRequests(server)).toBe(before);
  });

  it('RFC 9700 section 4.14.2: is carried on by the timer, and no refresh token is used twice', async () => {
    const { engine, storage } = application.services;
    const id = await application.add({ ...profile('brief'), name: 'acme-brief' });
    await signedIn(id);
    const first = await storage.tokens.read(id);
    const used = await refreshTokenOf(id);
    const changed = Promise.withResolvers<void>();
    engine.onChange(() => {
      if (storage.tokens.facts(id)?.obtainedAtMs !== first?.obtainedAtMs) changed.resolve();
    });
    engine.start();
    await changed.promise;
    const next = await storage.tokens.read(id);
    expect(next?.accessToken).not.toBe(first?.accessToken);
    expect(await worksAs(server, next?.accessToken ?? '')).toBe('jane');
    expect(await refreshTokenOf(id)).toBe(lastIssued());
    const living = [used ?? '', lastIssued()].map((token) => isActive(server, token, 'brief'));
    expect(await Promise.all(living)).toEqual([false, true]);
  });

  it('goes on after a restart, with what was stored', async () => {
    await application.restart();
    const { token } = await application.services.engine.token(id, { force: true });
    expect(await worksAs(server, token.accessToken)).toBe('jane');
    expect(await refreshTokenOf(id)).toBe(lastIssued());
  });

  it('RFC 6749 section 6: gives a token of a narrower scope for once, and keeps the refresh token that came with it', async () => {
    const { engine, storage } = application.services;
    const { token } = await engine.token(id, { scope: 'openid' });
    expect(token.scope).toBe('openid');
    expect(await refreshTokenOf(id)).toBe(lastIssued());
    expect((await storage.tokens.read(id))?.accessToken).not.toBe(token.accessToken);
  });

  it('RFC 9700 section 4.14.2: that somebody else has used too is over; one request tells, and one sign-in mends it', async () => {
    const { engine, signIns } = application.services;
    const stolen = (await refreshTokenOf(id)) ?? '';
    await engine.token(id, { force: true });
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'app', refresh_token: stolen });
    const thief = await fetch(server.endpoints.token, { method: 'POST', body });
    expect(await thief.json()).toMatchObject({ error: 'invalid_grant' });

    const failures: string[] = [];
    engine.onFailure((_profile, { code }) => failures.push(code));
    const before = tokenRequests(server);
    await expect(engine.token(id, { force: true })).rejects.toMatchObject({ code: 'auth.sign_in_needed' });
    expect(application.services.status()).toMatchObject([{ activity: 'sign-in-needed', nextRefreshAtMs: null }]);
    engine.start();
    engine.reconcile();
    await engine.token(id, { minValidMs: 3_600_000 });
    expect(tokenRequests(server)).toBe(before + 1);
    expect(failures).toEqual(['auth.sign_in_needed']);

    await signedIn(id);
    expect(application.services.status()).toMatchObject([{ activity: 'idle', error: null }]);
    expect(signIns.underWay()).toEqual([]);
    expect(await active((await refreshTokenOf(id)) ?? '')).toBe(true);
  });

  it('RFC 7009 section 2: ends at the server as well when the person signs out', async () => {
    const { engine, signIns, storage } = application.services;
    const refreshToken = (await refreshTokenOf(id)) ?? '';
    const accessToken = (await storage.tokens.read(id))?.accessToken ?? '';
    expect([await active(refreshToken), await active(accessToken)]).toEqual([true, true]);
    expect(await signIns.signOut(id)).toEqual({ revoked: true });
    expect([await active(refreshToken), await active(accessToken)]).toEqual([false, false]);
    expect([storage.sessions.facts(id), storage.tokens.facts(id)]).toEqual([undefined, undefined]);
    const before = server.requests.length;
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'auth.sign_in_needed' });
    expect(server.requests).toHaveLength(before);
  });

  it('RFC 6749 section 4.1.2.1: stays as it is when the next sign-in is denied', async () => {
    const { engine, signIns } = application.services;
    const before = await refreshTokenOf(id);
    const signIn = await signIns.start(id);
    const browser = createFormBrowser();
    const login = await browser.visit(urlOf(signIn));
    const denied = await browser.visit(`${login.url.href}/abort`);
    expect(await (await fetch(denied.url)).text()).toContain('was denied');
    expect(await signIn.ended).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_denied' } });
    expect(await refreshTokenOf(id)).toBe(before);
    const { token } = await engine.token(id, { force: true });
    expect(await worksAs(server, token.accessToken)).toBe('jane');
  });

  it('RFC 9207 section 2.4: stays as it is when the answer of the next sign-in names another server', async () => {
    const before = await refreshTokenOf(id);
    const asked = tokenRequests(server);
    const signIn = await application.services.signIns.start(id);
    const browser = createFormBrowser();
    const { url } = await signInAs(browser, await browser.visit(urlOf(signIn)), 'jane');
    url.searchParams.set('iss', 'https://honest.example.com');
    await fetch(url);
    expect(await signIn.ended).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_invalid' } });
    expect(tokenRequests(server)).toBe(asked);
    expect(await refreshTokenOf(id)).toBe(before);
  });
});

describe('a session of another user than the profile expects', () => {
  it('replaces nothing, and is revoked when it is not taken', async () => {
    const id = await application.add({ ...profile(), expectUser: 'jane' });
    await signedIn(id);
    const own = await refreshTokenOf(id);
    const signIn = await application.services.signIns.start(id);
    expect(await openRedirect(signIn, 'joe')).toContain('as somebody else than acme-api expects');
    expect(signIn.state()).toMatchObject({ kind: 'other-user', actual: { user: 'joe' } });
    const foreign = lastIssued();
    expect(await active(foreign)).toBe(true);
    signIn.cancel();
    await signIn.ended;
    await application.services.signIns.close();
    expect(await active(foreign)).toBe(false);
    expect(await refreshTokenOf(id)).toBe(own);
    expect(await active(own ?? '')).toBe(true);
  });
});
