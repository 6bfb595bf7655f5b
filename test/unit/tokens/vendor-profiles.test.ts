/** From a profile to the request that leaves: each vendor's documented one, without a word about it in the profile. */
import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../main/http/http.ts';
import type { Profile, Secrets } from '../../../main/profiles/profile.ts';
import { createObtainToken, tokenOrigin } from '../../../main/tokens/obtain.ts';
import type { ObtainOptions } from '../../../main/tokens/obtain.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeHttp, onlyRequest } from '../../fixtures/fake-http.ts';
import type { FakeOutcome } from '../../fixtures/fake-http.ts';
import { sentParameters } from '../../fixtures/sent-parameters.ts';

/** By name, in whichever shape they travelled. */
const parametersOf = async (request: HttpRequest): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(await sentParameters(request));

const good = { body: { access_token: 'token-1', token_type: 'Bearer', expires_in: 899 } };

async function obtain(
  profile: Profile,
  secrets: Secrets,
  { replies = [good], options = {} }: { replies?: readonly FakeOutcome[]; options?: ObtainOptions } = {},
) {
  const clock = new FakeClock();
  const http = new FakeHttp(replies, clock);
  const bound = { values: secrets, origin: tokenOrigin(profile) };
  const outcome = await createObtainToken(http, clock)(profile, bound, options).catch((error: unknown) => error);
  return { clock, http, outcome };
}

const privateKeyJwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  format: 'jwk',
}) as Record<string, unknown>;

const aic: Profile = {
  name: 'acme-aic',
  system: 'aic',
  auth: 'jwt_bearer',
  tenant: 'openam-acme.forgeblocks.com',
  serviceAccountId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
  scope: 'fr:am:* fr:idm:*',
};

describe('a service account of PingOne AIC', () => {
  it('sends the documented form to the tenant', async () => {
    const { http } = await obtain(aic, { privateKeyJwk });
    const { url, headers } = onlyRequest(http);
    expect(url).toBe('https://openam-acme.forgeblocks.com/am/oauth2/access_token');
    expect(headers).not.toHaveProperty('authorization');
    expect(await parametersOf(onlyRequest(http))).toEqual({
      client_id: 'service-account',
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: expect.any(String) as string,
      scope: 'fr:am:* fr:idm:*',
    });
  });

  it('signs the documented claims, the port written out, on the corrected clock', async () => {
    const { http, clock } = await obtain(aic, { privateKeyJwk }, { options: { clockOffsetMs: 3_600_000 } });
    const { assertion = '' } = await parametersOf(onlyRequest(http));
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: 'RS256' });
    expect(decodeJwt(assertion)).toEqual({
      iss: aic.serviceAccountId,
      sub: aic.serviceAccountId,
      aud: 'https://openam-acme.forgeblocks.com:443/am/oauth2/access_token',
      exp: Math.floor((clock.now() + 3_600_000) / 1_000) + 899,
      jti: expect.any(String) as string,
    });
  });

  const refusal = (headers: Readonly<Record<string, string>> = {}): FakeOutcome => ({
    status: 400,
    headers,
    body: { error: 'invalid_grant', error_description: 'JWT has expired or is not valid' },
  });

  it('asks once more with a new assertion when the server tells another time', async () => {
    // An hour after the start of the clock.
    const late = refusal({ date: 'Fri, 15 Jan 2027 09:00:00 GMT' });
    const { http, clock, outcome } = await obtain(aic, { privateKeyJwk }, { replies: [late, good] });
    const sent = await Promise.all(http.requests.map(parametersOf));
    const [first, second] = sent.map(({ assertion = '' }) => decodeJwt(assertion));
    expect(outcome).toMatchObject({ record: { accessToken: 'token-1' } });
    expect(second?.jti).not.toBe(first?.jti);
    expect((second?.exp ?? 0) - Math.floor(clock.now() / 1_000) - 899).toBeCloseTo(3_600, -1);
  });

  it('asks no more when the clocks agree', async () => {
    const { http, outcome } = await obtain(
      aic,
      { privateKeyJwk },
      { replies: [refusal({ date: 'Fri, 15 Jan 2027 08:00:00 GMT' })] },
    );
    expect(http.requests).toHaveLength(1);
    expect(outcome).toMatchObject({ code: 'auth.refused', retry: 'after-user-action' });
  });

  it('signs nothing for a time that is days away', async () => {
    const late = refusal({ date: 'Mon, 18 Jan 2027 08:00:00 GMT' });
    const { http } = await obtain(aic, { privateKeyJwk }, { replies: [late, good] });
    expect(http.requests).toHaveLength(1);
  });

  it('asks no third time', async () => {
    const late = refusal({ date: 'Fri, 15 Jan 2027 09:00:00 GMT' });
    const { http, outcome } = await obtain(aic, { privateKeyJwk }, { replies: [late, late, good] });
    expect(http.requests).toHaveLength(2);
    expect(outcome).toMatchObject({ code: 'auth.refused' });
  });

  it('asks for a narrower scope when one is wanted', async () => {
    const { http } = await obtain(aic, { privateKeyJwk }, { options: { scope: 'fr:idm:*' } });
    expect((await parametersOf(onlyRequest(http)))['scope']).toBe('fr:idm:*');
  });
});

describe('a client that authenticates by key', () => {
  it('signs anew, once, when the server tells another time', async () => {
    const profile: Profile = {
      name: 'billing',
      system: 'oauth',
      auth: 'client_credentials',
      clientId: 'reports',
      endpoints: { token: 'https://id.example.com/token' },
      request: { clientAuth: 'private_key_jwt' },
    };
    const late = {
      status: 401,
      headers: { date: 'Fri, 15 Jan 2027 09:00:00 GMT' },
      body: { error: 'invalid_client' },
    };
    const { http, outcome } = await obtain(profile, { privateKeyJwk }, { replies: [late, good] });
    const sent = await Promise.all(http.requests.map(parametersOf));
    const [first, second] = sent.map(({ client_assertion = '' }) => decodeJwt(client_assertion));
    expect(outcome).toMatchObject({ record: { accessToken: 'token-1' } });
    expect((second?.exp ?? 0) - (first?.exp ?? 0)).toBeCloseTo(3_600, -1);
  });
});

describe('API keys', () => {
  it('of NERM are handed over as they are, without a request, their expiry unknown', async () => {
    const nerm: Profile = { name: 'acme-nerm', system: 'nerm', auth: 'api_key', tenant: 'acme' };
    const { http, outcome } = await obtain(nerm, { apiKey: 'key-CANARY' }, { replies: [] });
    expect(http.requests).toHaveLength(0);
    expect(outcome).toMatchObject({
      record: { accessToken: 'key-CANARY', tokenType: 'Bearer', expiresAtMs: null },
      origin: 'https://acme.nonemployee.com',
    });
  });

  it('of the AIC log API keep their second part', async () => {
    const { scope: _scope, serviceAccountId: _id, ...rest } = aic;
    const log: Profile = { ...rest, auth: 'api_key' };
    const { outcome } = await obtain(log, { apiKey: 'key-CANARY', apiSecret: 'secret-CANARY' }, { replies: [] });
    expect(outcome).toMatchObject({ record: { accessToken: 'key-CANARY', apiSecret: 'secret-CANARY' } });
  });

  it('of the AIC log API are not used without it', async () => {
    const { scope: _scope, serviceAccountId: _id, ...rest } = aic;
    const { outcome } = await obtain({ ...rest, auth: 'api_key' }, { apiKey: 'key-CANARY' }, { replies: [] });
    expect(outcome).toMatchObject({ code: 'auth.secret_missing' });
  });
});

describe('an API account of NetFoundry', () => {
  const netfoundry: Profile = { name: 'net', system: 'netfoundry', auth: 'client_credentials', clientId: 'id' };

  it('sends the documented JSON to Auth0', async () => {
    const { http } = await obtain(netfoundry, { clientSecret: 'secret-CANARY' });
    const { url, headers, body } = onlyRequest(http);
    expect(url).toBe('https://netfoundry-production.auth0.com/oauth/token');
    expect(headers).toMatchObject({ 'content-type': 'application/json' });
    expect(JSON.parse(String(body))).toEqual({
      client_id: 'id',
      client_secret: 'secret-CANARY',
      audience: 'https://gateway.production.netfoundry.io/',
      grant_type: 'client_credentials',
    });
  });

  it('of a newer tenant sends a form and HTTP Basic, and no audience', async () => {
    const { http } = await obtain(
      {
        ...netfoundry,
        request: { body: 'form', clientAuth: 'client_secret_basic' },
        endpoints: { token: 'https://id.example.com/oauth2/token' },
        scope: 'any',
      },
      { clientSecret: 'secret-CANARY' },
    );
    expect(onlyRequest(http).headers['authorization']).toMatch(/^Basic /);
    expect(await parametersOf(onlyRequest(http))).toEqual({ grant_type: 'client_credentials', scope: 'any' });
  });
});

describe('a session of SailPoint ISC', () => {
  const isc: Profile = {
    name: 'acme',
    system: 'isc',
    auth: 'authorization_code',
    tenant: 'acme',
    clientId: 'b61429f5-203d-494c-94c3-04f54e17bc5c',
    redirectUri: 'http://localhost:8080/myApp/code',
  };
  const origin = 'https://acme.api.identitynow.com';
  const session = { refreshToken: 'refresh-CANARY', obtainedAtMs: 0, endsAtMs: null, origin, generation: 'one' };

  it.each([
    ['without a client secret', {}, {}],
    ['with one', { clientSecret: 'secret-CANARY' }, { client_secret: 'secret-CANARY' }],
  ])('is refreshed %s', async (_case, secrets, more) => {
    const { http } = await obtain(isc, secrets, { options: { session } });
    expect(onlyRequest(http).url).toBe(`${origin}/oauth/token`);
    expect(await parametersOf(onlyRequest(http))).toEqual({
      grant_type: 'refresh_token',
      client_id: isc.clientId,
      refresh_token: 'refresh-CANARY',
      ...more,
    });
  });

  it('is refreshed by query parameters where the profile wants it', async () => {
    const { http } = await obtain({ ...isc, request: { body: 'query' } }, {}, { options: { session } });
    const { url, body } = onlyRequest(http);
    expect(body).toBeUndefined();
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      grant_type: 'refresh_token',
      client_id: isc.clientId,
      refresh_token: 'refresh-CANARY',
    });
  });

  it('tells from its refresh token when it ends', async () => {
    const clock = new FakeClock();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(clock.now() / 1_000) + 86_400;
    const next = `${part({ alg: 'HS256' })}.${part({ ati: 'one', exp })}.c2ln`;
    const kept: (number | null)[] = [];
    const reply = { body: { ...good.body, refresh_token: next } };
    const keepSession = async ({ record }: { record: { endsAtMs: number | null } }) => {
      kept.push(record.endsAtMs);
    };
    await obtain(isc, {}, { replies: [reply], options: { session, keepSession } });
    expect(kept).toEqual([exp * 1_000]);
  });
});
