import { randomBytes, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startAicTenant } from '../../main/demo/aic/tenant.ts';
import type { AicTenant } from '../../main/demo/aic/tenant.ts';
import { startNermTenant } from '../../main/demo/nerm/tenant.ts';
import type { NermTenant } from '../../main/demo/nerm/tenant.ts';
import { startNetFoundryTenant } from '../../main/demo/netfoundry/tenant.ts';
import type { NetFoundryTenant } from '../../main/demo/netfoundry/tenant.ts';
import { probe } from '../../main/doctor/probe.ts';
import type { ProbeResult } from '../../main/doctor/probe-result.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import type { Profile, Secrets } from '../../main/profiles/profile.ts';
import { createObtainToken, tokenOrigin } from '../../main/tokens/obtain.ts';

const newSecret = () => `CANARY-${randomBytes(16).toString('hex')}`;
const serviceAccountId = randomUUID();
const [apiKey, logKey, logSecret, clientSecret] = [newSecret(), newSecret(), newSecret(), newSecret()];
const scopes = ['fr:am:*', 'fr:idm:*', 'fr:idc:esv:*'];

let http: Http;
let aic: AicTenant;
let nerm: NermTenant;
let netfoundry: NetFoundryTenant;
let privateKeyJwk: Secrets['privateKeyJwk'];

beforeAll(async () => {
  http = createHttp({ clock: systemClock, environment: {} });
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  privateKeyJwk = { ...(await exportJWK(privateKey)) };
  const accounts = [{ id: serviceAccountId, publicJwk: { ...(await exportJWK(publicKey)) }, scopes }];
  aic = await startAicTenant({ clock: systemClock, accounts, logApiKey: { key: logKey, secret: logSecret } });
  nerm = await startNermTenant({ clock: systemClock, apiKeys: [apiKey] });
  const clients = [{ clientId: 'nf-client', clientSecret }];
  netfoundry = await startNetFoundryTenant({ clock: systemClock, clients });
});

afterAll(async () => {
  await http.close();
  await Promise.all([aic.close(), nerm.close(), netfoundry.close()]);
});

/** Gets a token as the application does, and probes with it. */
async function probed(profile: Profile, values: Secrets, url?: string): Promise<ProbeResult> {
  const obtain = createObtainToken(http, systemClock);
  const { record } = await obtain(profile, { values, origin: tokenOrigin(profile) });
  return probe({ http, profile, token: record, ...(url === undefined ? {} : { url }) });
}

function account(scope: string): Profile {
  const endpoints = { token: aic.tokenEndpoint, api: aic.apiBase };
  return { name: 'aic', system: 'aic', auth: 'jwt_bearer', serviceAccountId, scope, endpoints };
}

function logs(): Profile {
  return { name: 'logs', system: 'aic', auth: 'api_key', endpoints: { api: aic.apiBase } };
}

it.each(scopes)('the token of a service account with %s works at what that scope opens', async (scope) => {
  expect(await probed(account(scope), { privateKeyJwk: privateKeyJwk ?? {} })).toMatchObject({ verdict: 'works' });
});

it('the token of a service account is forbidden what another scope opens', async () => {
  const result = await probed(account('fr:am:*'), { privateKeyJwk: privateKeyJwk ?? {} }, '/environment/secrets');
  expect(result.verdict).toBe('forbidden');
});

it('the two parts of a log API key work together', async () => {
  expect((await probed(logs(), { apiKey: logKey, apiSecret: logSecret })).verdict).toBe('works');
});

it('a wrong second part of a log API key is not accepted, and quoted nowhere', async () => {
  const result = await probed(logs(), { apiKey: logKey, apiSecret: newSecret() });
  expect(result.verdict).toBe('unauthorized');
  expect(JSON.stringify(result)).not.toContain('CANARY');
});

it('a NERM API key works, and a wrong one is told as a key', async () => {
  const profile: Profile = { name: 'nerm', system: 'nerm', auth: 'api_key', endpoints: { api: nerm.apiBase } };
  const wrong = await probed(profile, { apiKey: newSecret() });
  expect([(await probed(profile, { apiKey })).verdict, wrong.verdict]).toEqual(['works', 'unauthorized']);
  expect(wrong.what).toContain('API key');
});

it('a token of NetFoundry works for its networks', async () => {
  const { audience, tokenEndpoint: token, apiBase: api } = netfoundry;
  const endpoints = { token, api };
  const profile: Profile = {
    name: 'nf',
    system: 'netfoundry',
    auth: 'client_credentials',
    clientId: 'nf-client',
    audience,
    endpoints,
  };
  expect((await probed(profile, { clientSecret })).verdict).toBe('works');
});
