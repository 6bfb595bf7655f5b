import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { DemoUser } from '../../main/demo/isc/clients.ts';
import { startIscTenant } from '../../main/demo/isc/tenant.ts';
import type { IscTenant } from '../../main/demo/isc/tenant.ts';
import { probe } from '../../main/doctor/probe.ts';
import type { ProbeResult, ProbeToken } from '../../main/doctor/probe-result.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import type { Profile } from '../../main/profiles/profile.ts';
import { tokenIdentity } from '../../main/systems/identity.ts';
import { decodeClaims } from '../../main/tokens/claims.ts';

const clientSecret = `secret-CANARY-${process.pid}`;
const admin: DemoUser = { userId: '1', identityId: 'a1', userName: 'jane.admin', authorities: ['ORG_ADMIN'] };
const reader: DemoUser = { userId: '2', identityId: 'b2', userName: 'omar.reader', authorities: [] };
const clients = [
  { clientId: 'pat-of-admin', clientSecret, user: admin, expirationDate: '2027-05-01T00:00:00.000Z' },
  { clientId: 'pat-of-reader', clientSecret, user: reader },
  { clientId: 'api-client', clientSecret },
];

let tenant: IscTenant;
let http: Http;
beforeAll(async () => {
  tenant = await startIscTenant({ clock: systemClock, tokenLifetimeSeconds: 600, clients });
  http = createHttp({ clock: systemClock, environment: {} });
});
afterAll(async () => {
  await http.close();
  await tenant.close();
});

function profileOf(clientId: string): Profile {
  const endpoints = { token: tenant.tokenEndpoint, api: tenant.apiBase };
  return { name: 'demo', system: 'isc', auth: 'client_credentials', clientId, endpoints };
}

async function tokenOf(profile: Profile): Promise<ProbeToken> {
  const form = { grant_type: 'client_credentials', client_id: profile.clientId ?? '', client_secret: clientSecret };
  const answer = await fetch(tenant.tokenEndpoint, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: accessToken } = (await answer.json()) as { access_token: string };
  const identity = tokenIdentity(profile, decodeClaims(accessToken)?.payload ?? {});
  return { accessToken, tokenType: 'bearer', expiresAtMs: null, ...(identity === undefined ? {} : { identity }) };
}

async function probed(clientId: string, over: { url?: string; token?: ProbeToken } = {}): Promise<ProbeResult> {
  const profile = profileOf(clientId);
  return probe({ http, profile, token: await tokenOf(profile), ...over });
}

describe('the demo tenant of ISC, as strict as the real one', () => {
  it("works for an administrator's personal access token, whose end it tells", async () => {
    expect(await probed('pat-of-admin')).toMatchObject({
      verdict: 'works',
      credentialExpires: '2027-05-01',
      checks: [{ name: 'client', ok: true }],
    });
  });

  it('works for a personal access token without an end', async () => {
    const result = await probed('pat-of-reader');
    expect(result).toMatchObject({ verdict: 'works', checks: [{ ok: true }] });
    expect(result).not.toHaveProperty('credentialExpires');
  });

  it('forbids an API client, because there is no user', async () => {
    const result = await probed('api-client');
    expect(result).toMatchObject({ verdict: 'forbidden', checks: [{ name: 'client', ok: null }] });
    expect(result.what).toContain('no user behind it');
  });

  it('forbids a user without the right, who is named', async () => {
    const result = await probed('pat-of-reader', { url: '/beta/oauth-clients' });
    expect(result.verdict).toBe('forbidden');
    expect(result.what).toContain('omar.reader has no access');
  });

  it('does not accept a token that it never issued, and its own words are told', async () => {
    const token = { accessToken: 'eyJ.CANARY.sig', tokenType: 'bearer', expiresAtMs: null };
    const result = await probed('pat-of-admin', { token });
    expect(result.verdict).toBe('unauthorized');
    expect(result.what).toContain('It said: "');
    expect(JSON.stringify(result)).not.toContain('CANARY');
  });

  it('knows no path without a version', async () => {
    const result = await probed('pat-of-admin', { url: '/accounts' });
    expect(result).toMatchObject({ verdict: 'wrong-path', next: expect.stringContaining('/v3') });
  });

  it('gets no token on its other host, on which people sign in', async () => {
    const before = tenant.login.requests.length;
    const result = await probed('pat-of-admin', { url: `${tenant.login.origin}/v3/accounts` });
    expect([result.verdict, tenant.login.requests.length - before]).toEqual(['refused-url', 0]);
  });
});
