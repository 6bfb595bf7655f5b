import { describe, expect, test } from 'vitest';
import { maskTokens } from '../../../main/grants/mask-tokens.ts';

const base64url = (text: string) => Buffer.from(text).toString('base64url');
const jwt = `${base64url('{"alg":"HS256"}')}.${base64url('{"sub":"CANARY"}')}.c2ln`;

describe('a mark stands in place of', () => {
  test.each([
    ['a JWT', jwt],
    ['a JWT without a signature', jwt.slice(0, jwt.lastIndexOf('.'))],
    ['a very short JWT', 'eyJhIjoxfQ.e30'],
    ['a UUID, which is what some opaque tokens look like', '9499b299-95fa-47fb-815c-85d5f6b43e86'],
    ['hexadecimal digits', 'c924417c85b19eda40e171935503d8e9'],
    ['base64 with its punctuation', 'q83vEjRWeJCrze8SNFZ4kA+/q83vEg=='],
    ['base64url', 'q83vEjRWeJ_rze8SNFZ4-kCrze8S'],
    ['a long run of letters', 'abcdefghijklmnopqrstuvwxyz'],
    ['a long number', '12345678901234567890'],
  ])('%s', (_what, token) => {
    expect(maskTokens(`Invalid value ${token}. Sign in again.`)).not.toContain(token.slice(0, 15));
  });

  test.each([
    ['bearer token', 'Wrong header Bearer CANARYxyz here', 'Wrong header Bearer … here'],
    ['bearer token in other capitals', 'BEARER canaryXyz', 'BEARER …'],
    ['Basic credentials', 'Basic Q0FOQVJZ is wrong', 'Basic … is wrong'],
    ['parameter', 'at refresh_token=CANARYxyz&x=1', 'at refresh_token=…&x=1'],
    ['parameter of lower case letters', 'client_secret=canary', 'client_secret=…'],
    ['member of JSON', '{"access_token":"CANARY","a":1}', '{"access_token":"…","a":1}'],
    ['code', 'redeemed code=CANARY twice', 'redeemed code=… twice'],
    ['assertion', 'client_assertion: CANARY.x', 'client_assertion: …'],
    ['token after a colon', 'Invalid refresh token: CANARY12 (again)', 'Invalid refresh token: … (again)'],
    ['API key', 'x-api-key: CANARY12', 'x-api-key: …'],
  ])('a %s', (_what, text, masked) => {
    expect(maskTokens(text)).toBe(masked);
  });
});

describe('what stays', () => {
  test.each([
    'Bad client credentials',
    'Client authentication failed due to unknown client, no client authentication included, or unsupported method.',
    'The client application is not authorized for grant client_credentials.',
    'See https://dev-12345.okta.com/oauth2/v1/token for urn:ietf:params:oauth:grant-type:jwt-bearer',
    'AADSTS7000215: Invalid client secret provided.',
    'InvalidClientCredentialsException at token endpoint',
    'Zugriff verweigert: ungültiger Schlüssel',
    'Bearer token is missing. Basic authentication required.',
    'Invalid access token: expired',
    'Status code: 401, error code: E1234X',
    'error_code=7000215, token_type=bearer',
  ])('%s', (text) => {
    expect(maskTokens(text)).toBe(text);
  });
});

test('masking a second time changes nothing', () => {
  const once = maskTokens(`Bearer ${jwt} access_token=CANARY1 token: CANARY1`);
  expect(maskTokens(once)).toBe(once);
});
