import { describe, expect, test } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { readMembers } from '../../../main/grants/answer-members.ts';
import { scrubbedFailure, tokenError } from '../../../main/grants/token-error.ts';
import { httpAnswer, type HttpAnswerParts } from '../../fixtures/http-answer.ts';

const secret = 'CANARY s+e/c:ret';
const context = { host: 'id.example.com', secrets: [secret] };

function errorOf(parts: HttpAnswerParts) {
  const answer = httpAnswer(parts);
  const { code, data } = tokenError(answer, readMembers(answer.body), context);
  return { code, ...data };
}

describe('RFC 6749 section 5.2', () => {
  test.each([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
  ])('%s is a refusal', (error) => {
    expect(errorOf({ status: 400, body: { error, error_description: 'Because.' } })).toEqual({
      code: 'auth.refused',
      host: 'id.example.com',
      status: 400,
      oauthError: error,
      description: 'Because.',
    });
  });

  test.each([
    ['another error', 'access_denied'],
    ['an error nobody has heard of', 'mfa_required'],
    ['an error in capitals', 'E.Access:Denied-7'],
    ['100 characters', 'e_'.repeat(50)],
  ])('%s is kept', (_what, error) => {
    expect(errorOf({ status: 403, body: { error } }).oauthError).toBe(error);
  });

  test.each([
    ['no text', { code: 401 }],
    ['empty', ''],
    ['too long', 'e_'.repeat(51)],
    ['outside the allowed characters', 'fehler_ä'],
    ['holding a line break', 'invalid\nclient'],
    ['a sentence', 'Access denied'],
    ['an address', '/oauth/token'],
    ['the secret', 'CANARYs'],
    ['a part of the secret', 'invalid_CANARY'],
    ['a token', 'c924417c85b19eda40e171935503d8e9'],
  ])('an error that is %s is dropped', (_what, error) => {
    expect(errorOf({ status: 400, body: { error } })).toEqual({
      code: 'auth.refused',
      host: 'id.example.com',
      status: 400,
    });
  });
});

describe('where the error may stand', () => {
  const expected = { code: 'auth.refused', oauthError: 'invalid_client', description: 'Bad client' };
  const json = '{"error":"invalid_client","error_description":"Bad client"}';

  test.each([
    ['JSON as text/html', 'text/html', json],
    ['JSON after a byte order mark', 'application/json', `\uFEFF${json}`],
    ['a form', 'text/plain', 'error=invalid_client&error_description=Bad+client'],
  ])('%s', (_where, contentType, body) => {
    expect(errorOf({ status: 401, headers: { 'content-type': contentType }, body })).toMatchObject(expected);
  });

  test.each([
    ['Bearer error="invalid_client", error_description="Bad client"'],
    ['Basic realm="error=\\"no\\"", Bearer error_description="Bad client" , error = invalid_client'],
    ['Bearer realm="x",ERROR="invalid_client",error_description="Bad \\client"'],
  ])('the challenge %s (RFC 6750 section 3)', (challenge) => {
    expect(errorOf({ status: 401, headers: { 'www-authenticate': challenge }, body: '<html>' })).toMatchObject(
      expected,
    );
  });

  test('the body, before the challenge', () => {
    const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
    expect(errorOf({ status: 401, headers, body: json })).toMatchObject(expected);
  });

  test('a success that is none', () => {
    expect(errorOf({ status: 200, body: json })).toMatchObject({ ...expected, status: 200 });
  });

  test.each(['<p>error=invalid_client</p>', 'error = invalid_client', 'x&error=invalid_client">'])(
    'not in a page that looks a little like one: %s',
    (body) => {
      expect(errorOf({ status: 403, body })).not.toHaveProperty('oauthError');
    },
  );
});

describe('what the status means', () => {
  test.each([
    [400, 'auth.refused'],
    [401, 'auth.refused'],
    [403, 'auth.refused'],
    [404, 'auth.refused'],
    [408, 'network.server_error'],
    [429, 'network.rate_limited'],
    [500, 'network.server_error'],
    [503, 'network.server_error'],
    [599, 'network.server_error'],
    [302, 'network.redirected'],
    [200, 'network.bad_answer'],
    [204, 'network.bad_answer'],
  ])('%d without any OAuth error is %s', (status, code) => {
    expect(errorOf({ status, body: '' })).toMatchObject({ code, status });
  });

  test.each([
    [429, 'invalid_client', 'network.rate_limited'],
    [500, 'invalid_client', 'network.server_error'],
    [400, 'temporarily_unavailable', 'network.server_error'],
    [200, 'temporarily_unavailable', 'network.server_error'],
    [400, 'server_error', 'network.server_error'],
    [400, 'slow_down', 'network.rate_limited'],
    [400, 'authorization_pending', 'network.rate_limited'],
  ])('%d with %s is %s', (status, error, code) => {
    expect(errorOf({ status, body: { error } })).toMatchObject({ code, oauthError: error });
  });

  test.each([408, 429, 500, 503])('%d tells how long to wait', (status) => {
    expect(errorOf({ status, headers: { 'retry-after': '30' } })).toMatchObject({ retryAfterMs: 30_000 });
  });

  test('a refusal tells no time to wait: waiting does not help', () => {
    expect(errorOf({ status: 401, headers: { 'retry-after': '30' } })).not.toHaveProperty('retryAfterMs');
  });
});

describe('descriptions', () => {
  const described = (description: unknown, more: object = {}) =>
    errorOf({ status: 401, body: { error: 'invalid_client', error_description: description, ...more } });

  test('that quote the secret are dropped, and the error stays', () => {
    expect(described('Wrong: &quot;CANARY s+e/c:ret&quot;')).toEqual({
      code: 'auth.refused',
      host: 'id.example.com',
      status: 401,
      oauthError: 'invalid_client',
    });
  });

  test.each(['access_token', 'refresh_token', 'id_token'])('that quote the %s beside them are dropped', (member) => {
    expect(described('Spent: CANARY_7f3a', { [member]: 'CANARY_7f3a' })).not.toHaveProperty('description');
  });

  test('in a challenge are dropped as well, with question marks for what is not ASCII', () => {
    const challenge = 'Bearer error="invalid_client", error_description="Wrong: CANARY?s+e/c:ret"';
    const found = errorOf({ status: 401, headers: { 'www-authenticate': challenge } });
    expect([found.oauthError, found.description]).toEqual(['invalid_client', undefined]);
  });

  test('are shortened to 200 characters', () => {
    expect(described('word '.repeat(99)).description).toHaveLength(200);
  });

  test.each([7, null, ['a'], { a: 1 }])('of %j are dropped', (description) => {
    expect(described(description)).not.toHaveProperty('description');
  });
});

test('no other member of the answer gets into the error', () => {
  const more = { error_uri: 'https://id.example.com/?token=CANARY', error_hint: 'CANARY', messages: ['CANARY'] };
  expect(JSON.stringify(errorOf({ status: 400, body: { error: 'invalid_request', ...more } }))).not.toContain('CANARY');
});

describe('a failure in place of an answer', () => {
  const redirected = (detail: string) =>
    new TokentrayError('network.redirected', { data: { host: 'id.example.com', status: 302, detail } });

  test('keeps the place that the server points to', () => {
    const error = redirected('https://login.example.com');
    expect(scrubbedFailure(error, context)).toBe(error);
  });

  test('loses a place whose name is made of the secret', () => {
    const error = scrubbedFailure(redirected('https://canary%20s.example.com'), context) as TokentrayError;
    expect([error.code, error.data]).toEqual(['network.redirected', { host: 'id.example.com', status: 302 }]);
  });

  test.each([new TokentrayError('network.reset'), new Error('x'), undefined])(
    'of another kind passes: %s',
    (thrown) => {
      expect(scrubbedFailure(thrown, context)).toBe(thrown);
    },
  );
});
