import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../main/errors.ts';
import type { ErrorCode, ErrorData } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { describeError } from '../../../main/systems/explain.ts';

const jane: Profile = {
  name: 'acme-jane',
  system: 'isc',
  auth: 'authorization_code',
  tenant: 'acme',
  clientId: 'b61429f5-203d-494c-94c3-04f54e17bc5c',
  redirectUri: 'http://localhost:8080/myApp/code',
};
const clientsPage = 'https://acme.identitynow.com/ui/admin/#admin:global:security:apimanagementpanel';

const explained = (code: ErrorCode, data: ErrorData, profile = jane) => describeError({ code, data }, profile);
const refused = (oauthError: string, more: ErrorData = {}) => explained('auth.refused', { oauthError, ...more });

describe('with a sign-in to ISC', () => {
  it('unauthorized_client names the grant types that the client needs, and where they are set', () => {
    const { what, next } = refused('unauthorized_client');
    expect(what).toMatch(/AUTHORIZATION_CODE.*REFRESH_TOKEN/);
    expect(next).toContain(clientsPage);
  });

  it('invalid_client speaks of the API client, and not of personal access tokens', () => {
    const { what, next } = refused('invalid_client', { status: 401 });
    expect(next).toContain(clientsPage);
    expect(`${what} ${next}`).not.toMatch(/personal access token/i);
  });

  it('401 without a code is invalid_client', () => {
    expect(explained('auth.refused', { status: 401 }).next).toContain(clientsPage);
  });

  it.each([
    [
      'auth.refused',
      'invalid_grant',
      'Invalid redirect: http://localhost:9 does not match one of the registered values',
    ],
    ['auth.sign_in_needed', 'invalid_grant', 'Redirect URI mismatch.'],
    ['auth.refused', 'invalid_request', 'redirect_uri is wrong'],
    ['auth.refused', 'redirect_uri_mismatch', undefined],
  ] as const)('%s with %s about %s is a redirect URI that is not registered', (code, oauthError, description) => {
    const { what, next } = explained(code, { oauthError, ...(description === undefined ? {} : { description }) });
    expect(what).toContain('http://localhost:8080/myApp/code');
    expect(next).toMatch(/character by character.*apimanagementpanel/);
  });

  it.each(['invalid_grant', 'invalid_token'])(
    '%s of a session says that it is over, and how to sign in',
    (oauthError) => {
      const { what, next } = explained('auth.sign_in_needed', { oauthError, status: 401 });
      expect(what).toContain('session');
      expect(next).toContain('tokentray login acme-jane');
    },
  );

  it('a profile that nobody has signed in to has the general words', () => {
    expect(explained('auth.sign_in_needed', {})).toEqual(
      describeError({ code: 'auth.sign_in_needed', data: { profile: 'acme-jane' } }),
    );
  });

  it.each(['unsupported_response_type', 'unsupported_grant_type', 'invalid_scope', 'invalid_request'])(
    'has words of its own for %s',
    (oauthError) => {
      expect(refused(oauthError)).not.toEqual(describeError({ code: 'auth.refused', data: { oauthError } }));
    },
  );

  it('a sign-in that never came back leads to the redirect URI', () => {
    expect(explained('auth.sign_in_timeout', {}).next).toContain('http://localhost:8080/myApp/code');
  });

  it.each(['access_denied', 'server_error', 'login_required', 'interaction_required', 'consent_required'])(
    'has the general words for %s, which mean the same everywhere',
    (oauthError) => {
      const general = describeError({ code: 'auth.refused', data: { oauthError, profile: 'acme-jane' } });
      expect(refused(oauthError)).toEqual(general);
      expect(general.what).not.toContain('a reason of its own');
    },
  );
});

it('looks for a wrong host as with every other profile of ISC', () => {
  expect(explained('network.dns', {}).next).toContain('{tenant}.api.identitynow.com');
  expect(explained('auth.refused', { status: 404 }).what).toContain('no ISC token endpoint');
});

it('leads to the vanity host that the tenant told', () => {
  const vanity: Profile = { ...jane, endpoints: { ui: 'https://iga.acme.com' } };
  expect(explained('auth.refused', { oauthError: 'invalid_client' }, vanity).next).toContain(
    'https://iga.acme.com/ui/admin/',
  );
});

it.each(errorCodes)('stays whole for %s, whatever the server says', (code) => {
  const { tenant: _tenant, redirectUri: _redirectUri, ...odd } = jane;
  for (const profile of [jane, { ...odd, endpoints: { token: 'http://127.0.0.1:1/t' } }, odd]) {
    for (const oauthError of [undefined, 'invalid_grant', 'invalid_client', 'redirect_uri_mismatch', 'invalid_scope']) {
      const { what, next } = explained(code, oauthError === undefined ? {} : { oauthError }, profile);
      expect(`${what}\n${next}`).toMatch(/^.+[.!?]["”)]?\n.+[.!?]["”)]?$/);
      expect(`${what} ${next}`).not.toContain('undefined');
    }
  }
});
