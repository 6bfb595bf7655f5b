import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { probed, token, withoutUser } from './probe-cases.ts';

const tenant = 'openam-acme.forgeblocks.com';
const aic: Profile = {
  name: 'aic',
  system: 'aic',
  auth: 'jwt_bearer',
  tenant,
  serviceAccountId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
  scope: 'fr:am:* fr:idm:*',
};
const logs: Profile = { name: 'logs', system: 'aic', auth: 'api_key', tenant };
const nerm: Profile = { name: 'nerm', system: 'nerm', auth: 'linked', tenant: 'mycompany', uses: 'acme-prod' };
const netfoundry: Profile = { name: 'nf', system: 'netfoundry', auth: 'client_credentials', clientId: 'id-1' };

describe('PingOne AIC', () => {
  it.each([
    [undefined, `/openidm/managed/alpha_user?_pageSize=1&_fields=userName&_queryFilter=true`],
    ['fr:idc:esv:*', '/environment/secrets'],
    ['fr:am:*', '/am/json/serverinfo/*'],
  ])('is asked for what the granted scope %s allows', async (scope, path) => {
    const { http } = await probed([{}], {
      profile: aic,
      token: { ...token, ...(scope === undefined ? {} : { scope }) },
    });
    expect(http.requests.map(({ url }) => url)).toEqual([`https://${tenant}${path}`]);
  });

  it.each([
    '/am/json/serverinfo/*',
    '/openidm/managed/alpha_user',
    '/.well-known/openid-configuration',
    '/environment/certificates',
    '/environment/csrs',
    '/environment/content-security-policy/enforced',
    '/environment/cookie-domains',
    '/environment/custom-domains',
    '/environment/promotion/lock',
    '/environment/proxy-connect/settings',
    '/environment/release',
    '/environment/restart',
    '/environment/secrets',
    '/environment/variables',
    '/environment/sso-cookie',
    '/environment/telemetry',
  ])('takes access tokens at %s, as the vendor lists', async (url) => {
    const { result } = await probed([{}], { profile: aic, url });
    expect(result.checks).toContainEqual(expect.objectContaining({ name: 'path', ok: true }));
  });

  it.each(['/monitoring/logs', '/environment/others', '/amok', '/'])(
    'is said to take none at %s, which explains the refusal',
    async (url) => {
      const { result } = await probed([{ status: 401 }], { profile: aic, url });
      expect(result.checks).toContainEqual(expect.objectContaining({ name: 'path', ok: false }));
      expect(result.next).toContain('/openidm');
    },
  );

  it('that forbids is about scopes', async () => {
    const { result } = await probed([{ status: 403 }], { profile: aic, token: { ...token, scope: 'fr:am:*' } });
    expect(result.next).toMatch(/those of the token are fr:am:\*.*fr:idm:\*/);
  });

  it('has a custom domain explained, and sends nothing there', async () => {
    const { result, http } = await probed([], { profile: aic, url: 'https://id.acme.com/openidm/info/login' });
    expect([result.verdict, http.requests.length]).toEqual(['refused-url', 0]);
    expect(result.what).toContain('custom domain');
  });

  it('gets the two parts of a log API key in their own headers', async () => {
    const { http } = await probed([{}], {
      profile: logs,
      token: { ...token, accessToken: 'K', apiSecret: 'S-CANARY' },
    });
    expect(http.requests[0]).toMatchObject({
      url: `https://${tenant}/monitoring/logs/sources`,
      headers: { 'x-api-key': 'K', 'x-api-secret': 'S-CANARY' },
    });
  });

  it('quotes neither part of a log API key', async () => {
    const body = { message: 'unknown secret S-CANARY-1234' };
    const twoParts = { ...token, accessToken: 'K-CANARY-1234', apiSecret: 'S-CANARY-1234' };
    const { result } = await probed([{ status: 401, body }], { profile: logs, token: twoParts });
    expect(JSON.stringify(result)).not.toContain('CANARY');
  });

  it('opens the monitoring API alone for a log API key', async () => {
    const { result } = await probed([{ status: 403 }], { profile: logs, url: '/openidm/managed/alpha_user' });
    expect(result.checks).toContainEqual(expect.objectContaining({ name: 'path', ok: false }));
  });
});

describe('NERM', () => {
  it('is asked at its own API with the token of the linked profile', async () => {
    const { http } = await probed([{}], { profile: nerm });
    expect(http.requests.map(({ url }) => url)).toEqual([
      'https://mycompany.nonemployee.com/api/v1/non-employee-sources',
    ]);
  });

  it('has an address of ISC explained, and sends nothing there', async () => {
    const { result, http } = await probed([], { profile: nerm, url: 'https://acme.api.identitynow.com/v3/accounts' });
    expect([result.verdict, http.requests.length]).toEqual(['refused-url', 0]);
    expect(result.what).toContain('Identity Security Cloud');
  });

  it('that forbids is about the user of the personal access token', async () => {
    const { result } = await probed([{ status: 403 }], { profile: nerm });
    expect(result.next).toContain('owner of the personal access token');
  });
});

it('NERM that forbids a token without a user asks for a personal access token', async () => {
  const { result } = await probed([{ status: 403 }], { profile: nerm, token: withoutUser });
  expect(result.what).toContain('no user behind it');
});

describe('NetFoundry', () => {
  it('is asked for its networks', async () => {
    const { http } = await probed([{}], { profile: netfoundry });
    expect(http.requests.map(({ url }) => url)).toEqual(['https://gateway.production.netfoundry.io/rest/v1/networks']);
  });

  it('that forbids is about the roles of the credential', async () => {
    const { result } = await probed([{ status: 403 }], { profile: netfoundry });
    expect(result.next).toContain('role');
  });
});
