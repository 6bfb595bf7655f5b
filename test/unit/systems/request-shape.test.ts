import { describe, expect, it } from 'vitest';
import type { AuthKind, Profile } from '../../../main/profiles/profile.ts';
import { requestShape } from '../../../main/systems/request-shape.ts';

const acme: Profile = { name: 'acme', system: 'oauth', auth: 'client_credentials', clientId: 'tokentray' };

describe('a token request', () => {
  it('RFC 6749 section 4.4.2: is a form with the client secret in it, unless somebody says otherwise', () => {
    expect(requestShape(acme, true)).toEqual({ body: 'form', clientAuth: 'client_secret_post' });
  });

  it('of client credentials wants a secret, also while none was entered', () => {
    expect(requestShape(acme, false).clientAuth).toBe('client_secret_post');
  });

  it('travels as the profile says', () => {
    const request = { body: 'query', clientAuth: 'client_secret_basic' } as const;
    expect(requestShape({ ...acme, request }, false)).toEqual(request);
  });
});

it.each<[AuthKind, boolean, string]>([
  ['authorization_code', false, 'none'],
  ['authorization_code', true, 'client_secret_post'],
  ['device_code', false, 'none'],
  ['device_code', true, 'client_secret_post'],
  ['jwt_bearer', false, 'none'],
])('RFC 6749 section 2.1: a client with %s whose secret is there (%s) authenticates by %s', (auth, has, method) => {
  expect(requestShape({ ...acme, auth }, has).clientAuth).toBe(method);
});
