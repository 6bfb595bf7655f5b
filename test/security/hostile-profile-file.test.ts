/** Threat: a profile file from somebody else bends the sign-in: its redirect, its state, its proof of possession, its client. */
import { describe, expect, it } from 'vitest';
import { createAuthorizationRequest } from '../../main/sign-in/authorization-request.ts';
import { validateProfile } from '../../main/systems/validate.ts';

const server = 'https://id.example.com';
const profile = {
  name: 'acme',
  system: 'oauth',
  auth: 'authorization_code',
  clientId: 'client-1',
  scope: 'openid read',
  endpoints: { token: `${server}/token`, authorize: `${server}/authorize` },
};

/** All that the listener and the exchange rely on. */
const own = [
  'client_id',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
];

describe('parameters that the request itself needs', () => {
  it.each([
    ...own,
    ...own.map((name) => name.toUpperCase()),
    // RFC 9101 section 5: what stands in a request object is taken in place of all others.
    'request',
    'request_uri',
    // Answers that come otherwise than in the query reach nobody, or the server of a page.
    'response_mode',
  ])('cannot be set by the file: %s', (name) => {
    const refusal = () => validateProfile({ ...profile, request: { params: { [name]: 'evil' } } });
    expect(refusal).toThrow(
      expect.objectContaining({
        data: expect.objectContaining({ issues: [expect.objectContaining({ path: `request.params.${name}` })] }),
      }),
    );
  });

  it.each([...own, 'request', 'request_uri', 'response_mode'])(
    'cannot be set by the query of the endpoint: %s',
    (name) => {
      const request = createAuthorizationRequest({
        endpoint: `${server}/authorize?tenant=a&${name}=evil&${name}=evil-too`,
        clientId: 'client-1',
        redirectUri: 'http://127.0.0.1:4000/callback',
        scope: 'openid read',
      });
      const sent = new URL(request.url).searchParams;
      expect(sent.getAll(name)).not.toContain('evil');
      expect(sent.getAll(name)).not.toContain('evil-too');
      expect(sent.get('tenant')).toBe('a');
    },
  );
});

describe('fields that end up on pages and in requests', () => {
  it.each([
    ['name', { name: '<script>alert(1)</script>' }],
    ['name', { name: '../../etc/passwd' }],
    ['clientId', { clientId: 'client-1\r\nx: evil' }],
    ['scope', { scope: 'read"\r\nx: evil' }],
    ['redirectUri', { redirectUri: 'https://evil.example@localhost/callback' }],
    ['redirectUri', { redirectUri: 'http://evil.example/callback' }],
    ['redirectUri', { redirectUri: 'javascript:alert(1)' }],
    ['endpoints.authorize', { endpoints: { ...profile.endpoints, authorize: 'javascript:alert(1)//https://x' } }],
    ['endpoints.authorize', { endpoints: { ...profile.endpoints, authorize: `${server}@evil.example/` } }],
    ['endpoints.revoke', { endpoints: { ...profile.endpoints, revoke: 'http://evil.example/revoke' } }],
  ])('are refused: %s of %j', (path, change) => {
    expect(() => validateProfile({ ...profile, ...change })).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ issues: [expect.objectContaining({ path })] }) }),
    );
  });
});
