/** Every other way to a token at a certified server, through the application's own storage, sign-in desk and engine. */
import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApplication } from '../fixtures/application.ts';
import type { Application } from '../fixtures/application.ts';
import { createFormBrowser, signInAs } from '../fixtures/form-browser.ts';
import type { Arrival } from '../fixtures/form-browser.ts';
import { startOidcServer } from '../fixtures/oidc-server.ts';
import type { OidcServer } from '../fixtures/oidc-server.ts';
import { isActive, openRedirect, tokenRequests, worksAs } from '../fixtures/oidc-session.ts';

const awkwardSecret = 'CANARY:secret+with %/ and = signs, long enough';
const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const jwkOf = (key: KeyObject) => ({ ...key.export({ format: 'jwk' }), alg: 'RS256', kid: 'key-1' });

let server: OidcServer;
let application: Application;

beforeAll(async () => {
  const machine = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [] };
  const secret = (method: 'client_secret_post' | 'client_secret_basic') => ({
    ...machine,
    client_id: method,
    client_secret: awkwardSecret,
    token_endpoint_auth_method: method,
  });
  const signs = {
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    jwks: { keys: [jwkOf(publicKey)] },
  } as const;
  server = await startOidcServer([
    secret('client_secret_post'),
    secret('client_secret_basic'),
    { ...machine, ...signs, client_id: 'signer' },
    {
      ...signs,
      client_id: 'signing-web',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['http://127.0.0.1/callback'],
      application_type: 'native',
    },
    {
      client_id: 'television',
      token_endpoint_auth_method: 'none',
      grant_types: [deviceCodeGrant, 'refresh_token'],
      redirect_uris: [],
      response_types: [],
    },
  ]);
});

afterAll(() => server.close());

beforeEach(() => {
  application = openApplication();
});

afterEach(() => application.close());

const profile = (clientId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  name: 'acme-api',
  system: 'oauth',
  auth: 'client_credentials',
  issuer: server.issuer,
  clientId,
  scope: 'api:read',
  ...more,
});

const interactive = { scope: 'openid offline_access api:read' };
const consent = { params: { prompt: 'consent' } };

describe('a client with its own credentials', () => {
  it.each(['client_secret_post', 'client_secret_basic'])(
    'RFC 6749 section 2.3.1: gets a token by %s, with every awkward character in the secret',
    async (clientAuth) => {
      const id = await application.add(profile(clientAuth, { request: { clientAuth } }), {
        clientSecret: awkwardSecret,
      });
      const { token } = await application.services.engine.token(id);
      expect(token).toMatchObject({ accessToken: expect.any(String), tokenType: 'Bearer', scope: 'api:read' });
      expect(application.services.storage.sessions.facts(id)).toBeUndefined();
    },
  );

  it('RFC 6749 section 5.2: is refused with another secret, which is tried once and not kept from being mended', async () => {
    const id = await application.add(profile('client_secret_post'), { clientSecret: 'CANARY-wrong' });
    const { engine, enrolment } = application.services;
    const before = tokenRequests(server);
    const refused = { code: 'auth.refused', data: { oauthError: 'invalid_client' } };
    await expect(engine.token(id)).rejects.toMatchObject(refused);
    await expect(engine.token(id)).rejects.toMatchObject(refused);
    expect(tokenRequests(server)).toBe(before + 1);
    await enrolment.edit('acme-api', { secrets: { clientSecret: awkwardSecret }, test: true });
    expect(await engine.token(id)).toMatchObject({ token: { scope: 'api:read' } });
  });
});

describe('a client that signs', () => {
  const signing = (clientId: string, more = {}) =>
    profile(clientId, { request: { clientAuth: 'private_key_jwt' }, ...more });

  it('RFC 7523 section 3: gets a token, and another one with another assertion', async () => {
    const id = await application.add(signing('signer'), { privateKeyJwk: jwkOf(privateKey) });
    const { engine } = application.services;
    const first = await engine.token(id);
    const second = await engine.token(id, { force: true });
    expect(second.token.accessToken).not.toBe(first.token.accessToken);
  });

  it('RFC 7523 section 3.2: is refused with a key that the server does not know', async () => {
    const id = await application.add(signing('signer'), { privateKeyJwk: jwkOf(foreign.privateKey) });
    await expect(application.services.engine.token(id)).rejects.toMatchObject({
      code: 'auth.refused',
      data: { oauthError: 'invalid_client' },
    });
  });

  it('signs to get the token of a person, to renew it, and to give it back', async () => {
    const auth = 'authorization_code';
    const request = { clientAuth: 'private_key_jwt', ...consent };
    const id = await application.add(signing('signing-web', { ...interactive, auth, request }), {
      privateKeyJwk: jwkOf(privateKey),
    });
    const { engine, signIns, storage } = application.services;
    const signIn = await signIns.start(id);
    expect(await openRedirect(signIn, 'jane')).toContain('You are signed in to acme-api.');
    const { token } = await engine.token(id, { force: true });
    expect(await worksAs(server, token.accessToken)).toBe('jane');
    expect((await storage.sessions.read(id))?.refreshToken).toBe(server.refreshTokens.at(-1));
    expect(await signIns.signOut(id)).toEqual({ revoked: true });
    expect(await worksAs(server, token.accessToken)).toBe(401);
  });
});

describe('a device', () => {
  let id: string;

  beforeEach(async () => {
    id = await application.add(profile('television', { ...interactive, auth: 'device_code' }));
  });

  /** What the server asks once the person has typed the code that the application shows. */
  async function confirmation(
    userCode: string,
  ): Promise<{ browser: ReturnType<typeof createFormBrowser>; page: Arrival }> {
    const browser = createFormBrowser();
    const typed = await browser.submit(await browser.visit(`${server.issuer}/device`), { user_code: userCode });
    return { browser, page: typed };
  }

  async function started() {
    const signIn = await application.services.signIns.start(id);
    const state = signIn.state();
    if (state.kind !== 'waiting-for-person') throw new Error(`it is ${state.kind}`);
    return { signIn, userCode: state.userCode ?? '', address: state.verificationUri };
  }

  it('RFC 8628 sections 3.4 and 3.5: gets a session by the code that it shows, and renews it', async () => {
    const { storage, engine } = application.services;
    expect(storage.profiles.get(id)?.profile.endpoints).toMatchObject({
      deviceAuthorization: server.endpoints.deviceAuthorization,
    });
    const { signIn, userCode, address } = await started();
    expect(address).toBe(`${server.issuer}/device`);
    const { browser, page } = await confirmation(userCode);
    await signInAs(browser, await browser.submit(page, { confirm: 'yes' }), 'jane');
    expect(await signIn.ended).toMatchObject({ kind: 'done', identity: { user: 'jane' } });
    const { token } = await engine.token(id, { force: true });
    expect(await worksAs(server, token.accessToken)).toBe('jane');
    const refreshToken = (await storage.sessions.read(id))?.refreshToken ?? '';
    expect(refreshToken).toBe(server.refreshTokens.at(-1));
    expect(await isActive(server, refreshToken, 'television')).toBe(true);
  });

  it('RFC 8628 section 3.5: gets nothing when the person refuses', async () => {
    const { storage } = application.services;
    const { signIn, userCode } = await started();
    const { browser, page } = await confirmation(userCode);
    await browser.submit(page, { abort: 'yes' });
    expect(await signIn.ended).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_denied' } });
    expect([storage.tokens.facts(id), storage.sessions.facts(id)]).toEqual([undefined, undefined]);
  });
});
