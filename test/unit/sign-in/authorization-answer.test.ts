import { describe, expect, it } from 'vitest';
import type { TokentrayError } from '../../../main/errors.ts';
import { readAuthorizationAnswer } from '../../../main/sign-in/authorization-answer.ts';
import type { ExpectedAnswer } from '../../../main/sign-in/authorization-answer.ts';

const state = 'CANARY-state-Zm9vYmFyYmF6cXV4';
const code = 'CANARY-code-6688LQJB0y652z6Z';
const expected: ExpectedAnswer = {
  state,
  promisesIss: false,
  host: 'id.example.com',
  secrets: ['CANARY-verifier-8Yk2'],
};
const issuer = 'https://id.example.com';

const read = (query: Record<string, string> | string, over: Partial<ExpectedAnswer> = {}) =>
  readAuthorizationAnswer(new URLSearchParams(query), { ...expected, ...over });

function failureOf(query: Record<string, string> | string, over: Partial<ExpectedAnswer> = {}): TokentrayError {
  try {
    read(query, over);
  } catch (error) {
    return error as TokentrayError;
  }
  throw new Error('the answer was believed');
}

describe('the answer to an authorization request', () => {
  it('RFC 6749 section 4.1.2: gives the code when the state is that of the request', () => {
    expect(read({ code, state, session_state: 'x' })).toBe(code);
  });

  it.each([
    ['another state', { code, state: 'forged' }],
    ['no state', { code }],
    ['neither code nor error', { state }],
    ['an empty code', { state, code: '' }],
  ])('is not believed with %s', (_, query) => {
    expect(failureOf(query as Record<string, string>).code).toBe('auth.sign_in_invalid');
  });

  it.each(['code', 'state', 'iss', 'error'])('RFC 6749 section 3.1: is not believed with "%s" twice', (name) => {
    const query = `code=${code}&state=${state}&${name}=a&${name}=b`;
    expect(failureOf(query).code).toBe('auth.sign_in_invalid');
  });

  it('is not believed with an error of another sign-in', () => {
    expect(failureOf({ error: 'access_denied', state: 'forged' }).code).toBe('auth.sign_in_invalid');
  });
});

describe('RFC 6749 section 4.1.2.1: an authorization error', () => {
  it('access_denied is a denied sign-in', () => {
    const { code, data } = failureOf({ error: 'access_denied', error_description: 'The user said no.', state });
    expect(code).toBe('auth.sign_in_denied');
    expect(data).toMatchObject({
      oauthError: 'access_denied',
      description: 'The user said no.',
      host: 'id.example.com',
    });
  });

  it.each([
    'invalid_request',
    'unauthorized_client',
    'unsupported_response_type',
    'invalid_scope',
    'server_error',
    'temporarily_unavailable',
  ])('%s is a refusal that names it', (error) => {
    expect(failureOf({ error, state })).toMatchObject({ code: 'auth.refused', data: { oauthError: error } });
  });

  it('wins over a code beside it', () => {
    expect(failureOf({ error: 'access_denied', code, state }).code).toBe('auth.sign_in_denied');
  });

  it.each([state, 'CANARY-verifier-8Yk2', code])('does not repeat %s in its description', (secret) => {
    const { data } = failureOf({ error: 'invalid_request', error_description: `bad ${secret}`, code, state });
    expect(JSON.stringify(data)).not.toContain(secret);
  });

  it('that is no name is not repeated', () => {
    expect(failureOf({ error: '<b>see</b> https://evil.example', state }).data.oauthError).toBeUndefined();
  });
});

describe('RFC 9207 section 2.4: the issuer of the answer', () => {
  it('is compared where it is known and present', () => {
    expect(read({ code, state, iss: issuer }, { issuer })).toBe(code);
    expect(failureOf({ code, state, iss: 'https://evil.example' }, { issuer }).code).toBe('auth.sign_in_invalid');
  });

  it('is compared character by character', () => {
    expect(failureOf({ code, state, iss: `${issuer}/` }, { issuer }).code).toBe('auth.sign_in_invalid');
  });

  it('must be there where the server promises it', () => {
    expect(failureOf({ code, state }, { issuer, promisesIss: true }).code).toBe('auth.sign_in_invalid');
  });

  it('may be absent where nobody promises it', () => {
    expect(read({ code, state }, { issuer })).toBe(code);
  });

  it('that is empty is not that of the server', () => {
    expect(failureOf({ code, state, iss: '' }, { issuer }).code).toBe('auth.sign_in_invalid');
  });

  it('is compared before an error is believed', () => {
    const query = { error: 'access_denied', state, iss: 'https://evil.example' };
    expect(failureOf(query, { issuer }).code).toBe('auth.sign_in_invalid');
  });
});
