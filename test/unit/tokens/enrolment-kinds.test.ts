/** Adding and changing profiles of every kind: keys are checked, sessions begin and end, links must lead somewhere. */
import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEnrolment } from '../../../main/tokens/enrolment.ts';
import type { Enrolment } from '../../../main/tokens/enrolment.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { nothingToComplete } from '../../fixtures/nothing-to-complete.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

const origin = 'https://acme.api.identitynow.com';

const signIn = {
  name: 'acme',
  system: 'isc',
  auth: 'authorization_code',
  tenant: 'acme',
  clientId: 'b61429f5-203d-494c-94c3-04f54e17bc5c',
  redirectUri: 'http://localhost:8080/myApp/code',
  endpoints: { authorize: 'https://acme.login.sailpoint.com/oauth/authorize' },
} as const;

const aic = {
  name: 'acme-aic',
  system: 'aic',
  auth: 'jwt_bearer',
  tenant: 'openam-acme.forgeblocks.com',
  serviceAccountId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
  scope: 'fr:am:*',
} as const;

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let enrolment: Enrolment;

beforeEach(() => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  enrolment = createEnrolment({ clock, storage, obtain: tenant.obtain, complete: nothingToComplete });
});

const idOf = (name: string) => storage.profiles.find(name)?.id ?? '';

describe('a profile that a person signs in to', () => {
  it('is stored without a secret, and told to be signed in to', async () => {
    const { warnings } = await enrolment.add(signIn);
    expect(warnings.join(' ')).toContain('tokentray login acme');
    expect(storage.sessions.facts(idOf('acme'))).toBeUndefined();
  });

  it('begins with a refresh token from elsewhere, which is no secret that stays', async () => {
    await enrolment.add(signIn, { refreshToken: 'refresh-CANARY' });
    expect(await storage.sessions.read(idOf('acme'))).toMatchObject({ refreshToken: 'refresh-CANARY', origin });
    expect(await storage.profiles.secrets(idOf('acme'))).toBeUndefined();
  });

  it('keeps its session, and is tried by nobody, when a word about it changes', async () => {
    await enrolment.add(signIn, { refreshToken: 'refresh-CANARY' });
    await enrolment.edit('acme', { profile: { ...signIn, label: 'Acme' }, test: true });
    expect(storage.sessions.facts(idOf('acme'))).toBeDefined();
    expect(tenant.requests).toHaveLength(0);
  });

  it.each([
    ['client', { clientId: 'c924417c-203d-494c-94c3-04f54e17bc5c' }],
    ['tenant', { tenant: 'other' }],
    ['scope', { scope: 'sp:scopes:all' }],
  ])('loses its session with another %s, and says so', async (_case, change) => {
    await enrolment.add(signIn, { refreshToken: 'refresh-CANARY' });
    const { warnings } = await enrolment.edit('acme', { profile: { ...signIn, ...change }, test: true });
    expect(storage.sessions.facts(idOf('acme'))).toBeUndefined();
    expect(warnings.join(' ')).toContain('tokentray login acme');
  });

  it('keeps its session when its client secret is replaced', async () => {
    await enrolment.add(signIn, { clientSecret: 'secret-CANARY-1', refreshToken: 'refresh-CANARY' });
    await enrolment.edit('acme', { secrets: { clientSecret: 'secret-CANARY-2' }, test: true });
    expect(storage.sessions.facts(idOf('acme'))).toBeDefined();
    expect(await storage.profiles.secrets(idOf('acme'))).toMatchObject({ values: { clientSecret: 'secret-CANARY-2' } });
  });

  it('keeps its client secret when only a refresh token is entered', async () => {
    await enrolment.add(signIn, { clientSecret: 'secret-CANARY' });
    await enrolment.edit('acme', { secrets: { refreshToken: 'refresh-CANARY' }, test: true });
    expect(await storage.profiles.secrets(idOf('acme'))).toMatchObject({ values: { clientSecret: 'secret-CANARY' } });
  });

  it('keeps its session when the refresh token that was entered is refused', async () => {
    await enrolment.add(signIn, { refreshToken: 'refresh-CANARY-1' });
    tenant.outcomes = [new TokentrayError('auth.sign_in_needed', { data: { oauthError: 'invalid_grant' } })];
    const secrets = { refreshToken: 'refresh-CANARY-mistyped' };
    await expect(enrolment.edit('acme', { secrets, test: true })).rejects.toMatchObject({
      code: 'auth.sign_in_needed',
    });
    expect(await storage.sessions.read(idOf('acme'))).toMatchObject({ refreshToken: 'refresh-CANARY-1' });
  });

  it('takes the session that follows from the refresh token that was entered, with its token', async () => {
    await enrolment.add(signIn, { refreshToken: 'refresh-CANARY-1' });
    const desk = createEnrolment({
      clock,
      storage,
      complete: nothingToComplete,
      async obtain(profile, secrets, options) {
        const record = { refreshToken: `${options?.session?.refreshToken}-next`, obtainedAtMs: 0, endsAtMs: null };
        await options?.keepSession?.({ record, origin });
        return tenant.obtain(profile, secrets);
      },
    });
    await desk.edit('acme', { secrets: { refreshToken: 'refresh-CANARY-2' }, test: true });
    expect(await storage.sessions.read(idOf('acme'))).toMatchObject({ refreshToken: 'refresh-CANARY-2-next' });
    expect(storage.tokens.facts(idOf('acme'))).toBeDefined();
  });

  it('has no session any more as another kind of profile', async () => {
    await enrolment.add(signIn, { refreshToken: 'refresh-CANARY' });
    const { redirectUri: _uri, endpoints: _endpoints, ...rest } = signIn;
    const profile = { ...rest, auth: 'client_credentials' };
    await enrolment.edit('acme', { profile, secrets: { clientSecret: 'secret-CANARY' }, test: false });
    expect(storage.sessions.facts(idOf('acme'))).toBeUndefined();
  });
});

describe('a profile of which discovery knows more', () => {
  const imported = { name: 'billing', system: 'oauth', auth: 'client_credentials', clientId: 'reports' } as const;
  const issuer = 'https://id.example.com';
  const endpoints = { token: `${issuer}/token` };

  it('that came without its endpoints gets them together with its secret', async () => {
    const complete = async (profile: Profile) => ({ profile: { ...profile, endpoints }, notes: [] });
    const desk = createEnrolment({ clock, storage, obtain: tenant.obtain, complete });
    await storage.profiles.insert([{ profile: { ...imported, issuer } }]);
    await desk.edit('billing', { secrets: { clientSecret: 'secret-CANARY' }, test: true });
    expect(storage.profiles.find('billing')?.profile.endpoints).toEqual(endpoints);
    expect(await storage.profiles.secrets(idOf('billing'))).toMatchObject({ origin: issuer });
  });
});

describe('a private key', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  it('is stored alone, without what stood beside it', async () => {
    const jwk = rsa.privateKey.export({ format: 'jwk' });
    await enrolment.add(aic, { privateKeyJwk: { ...jwk, note: 'mine' } });
    const stored = (await storage.profiles.secrets(idOf('acme-aic')))?.values.privateKeyJwk;
    expect(stored).toMatchObject({ kty: 'RSA', d: jwk.d });
    expect(stored).not.toHaveProperty('note');
  });

  it.each([
    ['a public one', rsa.publicKey.export({ format: 'jwk' })],
    ['one of an elliptic curve', ec.privateKey.export({ format: 'jwk' })],
    ['an encrypted one', { protected: 'e', iv: 'i', ciphertext: 'c', tag: 't' }],
    ['a broken one', { ...rsa.privateKey.export({ format: 'jwk' }), n: ec.publicKey.export({ format: 'jwk' }).x }],
  ])('that is %s is refused by name, and nothing is stored', async (_case, privateKeyJwk) => {
    await expect(enrolment.add(aic, { privateKeyJwk })).rejects.toMatchObject({
      code: 'config.secrets_invalid',
      data: { issues: [{ path: 'privateKeyJwk' }] },
    });
    expect(storage.profiles.list()).toHaveLength(0);
  });
});

describe('a link', () => {
  const nerm = { name: 'acme-nerm', system: 'nerm', auth: 'linked', tenant: 'acme', uses: 'acme-isc' } as const;
  const isc = { name: 'acme-isc', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' } as const;

  it('leads to a profile that is there', async () => {
    await enrolment.add(isc, { clientSecret: 'secret-CANARY' });
    await enrolment.add(nerm);
    expect(storage.profiles.find('acme-nerm')).toBeDefined();
  });

  it('to nowhere is refused, with the name that was probably meant', async () => {
    await enrolment.add(isc, { clientSecret: 'secret-CANARY' });
    await expect(enrolment.add({ ...nerm, uses: 'acme-ics' })).rejects.toMatchObject({
      code: 'config.profile_invalid',
      data: { issues: [{ path: 'uses', suggestion: 'acme-isc' }] },
    });
  });

  it('to a link is refused', async () => {
    await enrolment.add(isc, { clientSecret: 'secret-CANARY' });
    await enrolment.add(nerm);
    await expect(enrolment.add({ ...nerm, name: 'chain', uses: 'acme-nerm' })).rejects.toMatchObject({
      data: { issues: [{ path: 'uses', suggestion: 'acme-isc' }] },
    });
  });

  it('cannot be made of a profile that others take their token from', async () => {
    await enrolment.add(isc, { clientSecret: 'secret-CANARY' });
    await enrolment.add({ ...isc, name: 'other' }, { clientSecret: 'secret-CANARY' });
    await enrolment.add(nerm);
    const { clientId: _id, ...rest } = isc;
    const profile = { ...rest, system: 'nerm', auth: 'linked', uses: 'other' };
    await expect(enrolment.edit('acme-isc', { profile, test: false })).rejects.toMatchObject({
      data: { issues: [{ path: 'uses' }] },
    });
  });

  it('to a profile that is no personal access token is made with a warning', async () => {
    await enrolment.add(signIn);
    const { warnings } = await enrolment.add({ ...nerm, uses: 'acme' });
    expect(warnings).toHaveLength(1);
  });

  it('is tried with the token that the other one has', async () => {
    await enrolment.add(isc, { clientSecret: 'secret-CANARY' });
    const first = await enrolment.test({ profile: nerm });
    expect(first.accessToken).toBe('token-1');
    expect(tenant.requests.map(({ profile }) => profile)).toEqual(['acme-isc']);
    expect(storage.profiles.find('acme-nerm')).toBeUndefined();
  });
});
