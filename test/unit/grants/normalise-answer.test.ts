import { describe, expect, test } from 'vitest';
import { normaliseAnswer } from '../../../main/grants/normalise-answer.ts';
import { httpAnswer, type HttpAnswerParts } from '../../fixtures/http-answer.ts';

const context = { host: 'id.example.com', secrets: [] };
const good = { access_token: 'CANARY-token', token_type: 'Bearer', expires_in: 3600, scope: 'read write' };

const normalise = (parts: HttpAnswerParts) => normaliseAnswer(httpAnswer(parts), context);
const withMembers = (members: object) => normalise({ body: { ...good, ...members } });

describe('RFC 6749 section 5.1', () => {
  test('a tidy answer passes as it is', () => {
    expect(withMembers({ refresh_token: 'CANARY-refresh' })).toEqual({ ...good, refresh_token: 'CANARY-refresh' });
  });

  test('members beyond the standard are ignored', () => {
    const beyond = { accessType: 'OFFLINE', tenant_id: 'x', strong_auth: true, id_token: 'CANARY' };
    expect(withMembers(beyond)).toEqual(good);
  });
});

describe('untidy answers of working tenants', () => {
  test.each([200, 201, 202])('status %d with a token is a success', (status) => {
    expect(normalise({ status, body: good }).access_token).toBe('CANARY-token');
  });

  test.each([
    ['text/html', JSON.stringify(good)],
    ['text/plain', `\uFEFF${JSON.stringify(good)}`],
    ['application/json', `\r\n ${JSON.stringify(good)}\n`],
    ['application/x-www-form-urlencoded', 'access_token=CANARY-token&token_type=bearer&expires_in=3600'],
  ])('a token is read from %s', (contentType, body) => {
    expect(normalise({ headers: { 'content-type': contentType }, body })).toMatchObject({
      access_token: 'CANARY-token',
      expires_in: 3600,
    });
  });

  test('of duplicate members the last counts', () => {
    const body = '{"access_token":"CANARY-first","access_token":"CANARY-last","token_type":"Bearer"}';
    expect(normalise({ body }).access_token).toBe('CANARY-last');
  });

  test.each([undefined, null, '', 7])('a token_type of %j means Bearer', (tokenType) => {
    expect(withMembers({ token_type: tokenType }).token_type).toBe('Bearer');
  });

  test.each(['bearer', 'BEARER', 'Bearer'])('token_type %s is kept as the server spelled it', (tokenType) => {
    expect(withMembers({ token_type: tokenType }).token_type).toBe(tokenType);
  });

  test.each([
    [3600, 3600],
    ['3600', 3600],
    [' 749 ', 749],
    ['3599.7', 3599],
    [3599.7, 3599],
    [0, 0],
    [-5, 0],
    ['-5', 0],
    [315_360_000, 315_360_000],
  ])('an expires_in of %j is %d seconds', (expiresIn, seconds) => {
    expect(withMembers({ expires_in: expiresIn }).expires_in).toBe(seconds);
  });

  test.each([null, '', 'soon', '1h', true, [3600], {}, 315_360_001, 1e300, '99999999999999999999'])(
    'an expires_in of %j is dropped',
    (expiresIn) => {
      expect(withMembers({ expires_in: expiresIn })).not.toHaveProperty('expires_in');
    },
  );

  test.each([
    [['read', 'write'], 'read write'],
    [['read', null, 7, 'write'], 'read write'],
    ['read write', 'read write'],
  ])('a scope of %j is %j', (scope, text) => {
    expect(withMembers({ scope }).scope).toBe(text);
  });

  test.each([null, '', [], [null], { read: true }, 7])('a scope of %j is dropped', (scope) => {
    expect(withMembers({ scope })).not.toHaveProperty('scope');
  });

  test.each([null, '', 7, {}])('a refresh_token of %j is dropped', (refreshToken) => {
    expect(withMembers({ refresh_token: refreshToken })).not.toHaveProperty('refresh_token');
  });

  test('an empty error beside a token is no error', () => {
    expect(withMembers({ error: '', error_description: null })).toEqual(good);
  });
});

describe('tokens that cannot be used are refused', () => {
  const badAnswer = expect.objectContaining({ code: 'network.bad_answer' });

  test.each(['DPoP', 'mac', 'N_A', 'BearerToken'])(
    'RFC 6749 section 7.1: token_type %s, which nobody here understands',
    (tokenType) => {
      expect(() => withMembers({ token_type: tokenType })).toThrow(badAnswer);
    },
  );

  test.each([
    ['a line break', 'CANARY\r\nx: y'],
    ['a letter beyond ASCII', 'CANARYü'],
    ['a null character', 'CANARY\u0000'],
    ['more than 64 KiB', 'C'.repeat(64 * 1024 + 1)],
  ])('a token with %s (RFC 6749 appendix A.12)', (_what, accessToken) => {
    expect(() => withMembers({ access_token: accessToken })).toThrow(badAnswer);
  });

  test.each([null, '', 7, {}, ['CANARY']])('an access_token of %j', (accessToken) => {
    expect(() => withMembers({ access_token: accessToken })).toThrow(badAnswer);
  });

  test.each([
    ['DPoP', 'a token of type DPoP instead of type Bearer'],
    ['CANARY', 'a token of another type instead of type Bearer'],
  ])('a token_type of %s is described by its name only where others use it', (tokenType, detail) => {
    expect(() => withMembers({ token_type: tokenType })).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ detail }) }),
    );
  });
});

describe('what is no answer of a token endpoint', () => {
  test.each([
    ['', 'an empty answer'],
    ['<!doctype html><title>Sign in</title>', 'a web page instead of JSON'],
    ['{"access_token":"CANARY', 'JSON that is cut off or malformed'],
    ['["CANARY"]', 'JSON that is not an object'],
    ['null', 'JSON that is not an object'],
    ['{"token":"CANARY"}', 'an answer without an access token'],
    ['CANARY', 'text instead of JSON'],
  ])('a 200 of %j is a bad answer that quotes nothing', (body, detail) => {
    expect(() => normalise({ body })).toThrow(
      expect.objectContaining({
        code: 'network.bad_answer',
        data: { host: 'id.example.com', status: 200, detail },
      }),
    );
  });

  test('a token in an answer that is no success is not taken', () => {
    expect(() => normalise({ status: 400, body: good })).toThrow(expect.objectContaining({ code: 'auth.refused' }));
  });
});
