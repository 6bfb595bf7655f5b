import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../main/errors.ts';
import type { ErrorData } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { describeError } from '../../../main/systems/explain.ts';

const acme: Profile = {
  name: 'acme-prod',
  system: 'isc',
  auth: 'client_credentials',
  tenant: 'acme',
  clientId: 'b61429f5-203d-494c-94c3-04f54e17bc5c',
};
const tokensPage = 'https://acme.identitynow.com/ui/d/user-preferences/personal-access-tokens';
const clientsPage = 'https://acme.identitynow.com/ui/admin/#admin:global:security:apimanagementpanel';

const refused = (data: ErrorData, profile: Profile = acme) => describeError({ code: 'auth.refused', data }, profile);

describe('with ISC, invalid_client', () => {
  it('leads to the personal access tokens of the tenant', () => {
    expect(refused({ oauthError: 'invalid_client', status: 401 }).next).toContain(tokensPage);
  });

  it('leads to those of a demo tenant', () => {
    const demo = { ...acme, tenant: 'acme.api.identitynow-demo.com' };
    expect(refused({ oauthError: 'invalid_client' }, demo).next).toContain('https://acme.identitynow-demo.com/ui/d/');
  });

  it('leads nowhere wrong where the user interface is not known', () => {
    const { tenant: _tenant, ...rest } = acme;
    const local = { ...rest, endpoints: { token: 'http://127.0.0.1:1/oauth/token' } };
    expect(refused({ oauthError: 'invalid_client' }, local).next).not.toMatch(/https?:/);
  });

  it.each([
    ['a legacy id', 'G6xLlBBOKIcOAQuK', true],
    ['an id with dashes', 'b61429f5-203d-494c-94c3-04f54e17bc5c', false],
    ['an id of 32 hex digits', '0123456789abcdef0123456789ABCDEF', false],
  ])('with %s hints at legacy clients only where it may be one', (_name, clientId, hints) => {
    expect(/legacy/.test(refused({ oauthError: 'invalid_client' }, { ...acme, clientId }).next)).toBe(hints);
  });

  it('keeps the words of the server', () => {
    expect(refused({ oauthError: 'invalid_client', description: 'Bad client credentials' }).what).toContain(
      'Bad client credentials',
    );
  });

  it('reminds of the last day that the profile notes', () => {
    const { what } = refused({ oauthError: 'invalid_client' }, { ...acme, credentialExpires: '2027-05-01' });
    expect(what).toContain('2027-05-01');
  });
});

it('tells which grant type an ISC API client lacks and where it is enabled', () => {
  const { what, next } = refused({ oauthError: 'unauthorized_client' });
  expect(what).toContain('CLIENT_CREDENTIALS');
  expect(next).toContain(clientsPage);
});

it.each(['invalid_request', 'invalid_grant', 'unsupported_grant_type', 'invalid_scope'])(
  'has words of its own for %s',
  (oauthError) => {
    expect(refused({ oauthError })).not.toEqual(describeError({ code: 'auth.refused', data: { oauthError } }));
  },
);

it('leaves OAuth errors that ISC does not send to the general words', () => {
  const data = { oauthError: 'invalid_target', profile: 'acme-prod' };
  expect(refused(data)).toEqual(describeError({ code: 'auth.refused', data }));
});

describe.each(['network.dns', 'network.bad_answer', 'network.redirected', 'network.too_large'] as const)(
  'with ISC, %s',
  (code) => {
    it('asks for the tenant name and tells the right host', () => {
      const { next } = describeError({ code, data: {} }, acme);
      expect(next).toMatch(/"acme".*\{tenant\}\.api\.identitynow\.com/);
    });

    it('asks for the endpoint where the profile names it', () => {
      const own = { ...acme, endpoints: { token: 'https://x.example.com/t' } };
      expect(describeError({ code, data: {} }, own).next).toContain('endpoints.token');
    });
  },
);

it('tells where an ISC host redirects to, and how a vanity host leads to the API host', () => {
  const data = { host: 'iga.acme.com', status: 302, detail: 'https://acme.login.sailpoint.com' };
  const { what, next } = describeError({ code: 'network.redirected', data }, acme);
  expect(what).toContain('https://acme.login.sailpoint.com');
  expect(next).toContain('https://iga.acme.com/ui/session');
});

it('takes a missing token endpoint for a wrong host', () => {
  expect(refused({ status: 404, host: 'acme.identitynow.com' }).next).toContain('{tenant}.api.identitynow.com');
});

it('has words of its own for 401, 403 and 429', () => {
  const texts = [
    refused({ status: 401 }),
    refused({ status: 403 }),
    describeError({ code: 'network.rate_limited', data: { status: 429, retryAfterMs: 30_000 } }, acme),
  ];
  expect(texts.map(({ what }) => what)).toSatisfy((lines: string[]) => lines.every((line) => line.includes('ISC')));
  expect(texts[2]?.next).toContain('30 seconds');
});

it.each(errorCodes)('stays whole for %s, also with a profile that an earlier version let pass', (code) => {
  const odd: Profile = { name: 'odd', system: 'isc', auth: 'client_credentials', tenant: 'iga.acme.com' };
  for (const status of [400, 401, 403, 404, 405]) {
    const { what, next } = describeError({ code, data: { status } }, odd);
    expect(`${what}\n${next}`).toMatch(/^.+[.!?]["”)]?\n.+[.!?]["”)]?$/);
    expect(`${what} ${next}`).not.toContain('undefined');
  }
});
