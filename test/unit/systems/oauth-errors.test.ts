import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../main/errors.ts';
import type { ErrorData } from '../../../main/errors.ts';
import { authKinds } from '../../../main/profiles/profile.ts';
import type { AuthKind, Profile } from '../../../main/profiles/profile.ts';
import { describeError } from '../../../main/systems/explain.ts';

const acme: Profile = { name: 'acme', system: 'oauth', auth: 'client_credentials', clientId: 'tokentray' };
const signed: Profile = { ...acme, request: { clientAuth: 'private_key_jwt' } };

const refused = (auth: AuthKind, data: ErrorData, profile: Profile = acme) =>
  describeError({ code: 'auth.refused', data: { host: 'id.example.com', ...data } }, { ...profile, auth });

it('RFC 7523 section 3.1: invalid_grant of an assertion names its claims and the clock', () => {
  const { what, next } = refused('jwt_bearer', { oauthError: 'invalid_grant' });
  expect(what).toMatch(/signature, issuer, subject or audience.*clock/);
  expect(next).toMatch(/"clientId".*"serviceAccountId".*"audience"/);
});

it('RFC 7523 section 3.2: invalid_client of a client that signs is about its key', () => {
  expect(refused('client_credentials', { oauthError: 'invalid_client' }, signed).what).toContain('signature');
  expect(refused('client_credentials', { oauthError: 'invalid_client' }).what).not.toContain('signature');
});

it.each<AuthKind>(['authorization_code', 'device_code'])('with %s, invalid_grant is a session that is over', (auth) => {
  const { what, next } = refused(auth, { oauthError: 'invalid_grant' });
  expect(what).toContain('session');
  expect(next).toContain('tokentray login acme');
});

it.each<[AuthKind, string]>([
  ['authorization_code', 'with a code'],
  ['device_code', 'with a device code'],
  ['jwt_bearer', 'assertions'],
])('with %s, unauthorized_client says that the client may not have tokens %s', (auth, words) => {
  expect(refused(auth, { oauthError: 'unauthorized_client' }).what).toContain(words);
});

it('asks for a key where the client signs', () => {
  const missing = (profile: Profile) => describeError({ code: 'auth.secret_missing', data: {} }, profile).next;
  expect(missing(signed)).toContain('JWK');
  expect(missing({ ...acme, auth: 'jwt_bearer' })).toContain('JWK');
  expect(missing(acme)).not.toContain('JWK');
});

describe.each(authKinds)('with %s', (auth) => {
  it.each(['access_denied', 'server_error', 'invalid_scope', 'slow_down', 'moon_phase'])(
    'the general words stand for %s',
    (oauthError) => {
      const data = { oauthError, host: 'id.example.com', profile: 'acme' };
      expect(refused(auth, data)).toEqual(describeError({ code: 'auth.refused', data }));
    },
  );

  it.each(errorCodes)('the words for %s are whole', (code) => {
    for (const oauthError of ['invalid_grant', 'invalid_client', 'unauthorized_client', 'unsupported_grant_type']) {
      const { what, next } = describeError({ code, data: { oauthError } }, { ...signed, auth });
      expect(`${what}\n${next}`).toMatch(/^[A-Z"].*[.!?]["”)]?\n[A-Z"].*[.!?]["”)]?$/);
    }
  });
});
