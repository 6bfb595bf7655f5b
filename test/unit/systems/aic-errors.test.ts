import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../main/errors.ts';
import type { ErrorData } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { describeError } from '../../../main/systems/explain.ts';

const acme: Profile = {
  name: 'acme-aic',
  system: 'aic',
  auth: 'jwt_bearer',
  tenant: 'openam-acme-ew2.id.forgerock.io',
  serviceAccountId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
  scope: 'fr:am:* fr:idm:*',
};
const logs: Profile = { name: 'acme-logs', system: 'aic', auth: 'api_key', tenant: 'openam-acme-ew2.id.forgerock.io' };

const refused = (data: ErrorData, profile: Profile = acme) => describeError({ code: 'auth.refused', data }, profile);

describe('with PingOne AIC, a scope that was asked for this once', () => {
  it('is what a refusal names, and the profile is not to be changed for it', () => {
    const { what, next } = refused({ oauthError: 'invalid_scope', status: 400, askedScope: 'fr:bogus:*' });
    expect(what).toContain('"fr:bogus:*"');
    expect(what).not.toContain('fr:am:*');
    expect(next).toContain('leave --scope out');
    expect(next).not.toContain('profile');
  });
});

describe('with PingOne AIC, invalid_grant', () => {
  it('names all that may be wrong with an assertion, and the service account', () => {
    const { what, next } = refused({ oauthError: 'invalid_grant', description: 'JWT is not valid.' });
    expect(what).toMatch(/private key.*audience.*time.*JWT is not valid/);
    expect(next).toContain('449d7e27-7889-47af-a736-83b6bbf97ec5');
  });

  it.each([
    [600_000, 'behind'],
    [-600_000, 'ahead of'],
  ])('with a server %i ms from this clock says how far off it is', (clockOffsetMs, side) => {
    const { what, next } = refused({ oauthError: 'invalid_grant', clockOffsetMs });
    expect(what).toContain(`10 minutes ${side} the server's`);
    expect(next).toContain('Set the clock');
  });

  it('does not blame a clock that is right', () => {
    expect(refused({ oauthError: 'invalid_grant', clockOffsetMs: 2000 }).what).not.toMatch(/behind|ahead/);
  });

  it('hints at an id that is no UUID', () => {
    const own = { ...acme, serviceAccountId: 'my-service-account' };
    expect(refused({ oauthError: 'invalid_grant' }, own).next).toContain('UUID');
    expect(refused({ oauthError: 'invalid_grant' }).next).not.toContain('UUID');
  });
});

it.each(['invalid_client', 'unauthorized_client', 'unsupported_grant_type'])(
  'with PingOne AIC, %s leads to the tenant FQDN, without realm alias and custom domain',
  (oauthError) => {
    expect(refused({ oauthError }).next).toMatch(/tenant FQDN.*no realm alias and no custom domain/);
  },
);

it('with PingOne AIC, invalid_scope names the scope and says that it must be a part of the account’s', () => {
  expect(refused({ oauthError: 'invalid_scope' }).what).toMatch(/"fr:am:\* fr:idm:\*".*same as.*part of them/);
});

it('with PingOne AIC, invalid_request takes the person back to what is documented', () => {
  expect(refused({ oauthError: 'invalid_request' }).next).toContain('client_id, grant_type, assertion and scope');
});

it('with PingOne AIC, a missing endpoint is a wrong host', () => {
  expect(refused({ status: 404, host: 'id.acme.com' }).what).toContain('id.acme.com');
});

it('with the log API, a refusal is about key and secret', () => {
  for (const status of [401, 403]) expect(refused({ status }, logs).what).toMatch(/API key and secret.*log API/);
});

it('tells which secrets are missing and where they are made', () => {
  const missing = (profile: Profile) => describeError({ code: 'auth.secret_missing', data: {} }, profile).next;
  expect(missing(acme)).toContain('JWK');
  expect(missing(logs)).toMatch(/apiKey and apiSecret/);
});

it.each(errorCodes)('stays whole for %s', (code) => {
  for (const profile of [acme, logs, { ...acme, endpoints: { token: 'http://127.0.0.1:1/t' } }]) {
    for (const data of [{}, { oauthError: 'invalid_grant' }, { oauthError: 'invalid_scope' }, { status: 401 }]) {
      const { what, next } = describeError({ code, data }, profile);
      expect(`${what}\n${next}`).toMatch(/^.+[.!?]["”)]?\n.+[.!?]["”)]?$/);
      expect(`${what} ${next}`).not.toContain('undefined');
    }
  }
});
