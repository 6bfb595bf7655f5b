import { describe, expect, it } from 'vitest';
import {
  defaultRedirectUri,
  readRedirectUri,
  redirectUriIssue,
  withPort,
} from '../../../main/profiles/redirect-uri.ts';

describe('a redirect URI on this machine', () => {
  it('is listened to on the port that the client is registered with', () => {
    const read = readRedirectUri('http://localhost:8080/myApp/code');
    expect(read).toStrictEqual({ kind: 'loopback', port: 8080 });
  });

  it.each(['http://127.0.0.1:9000/', 'http://[::1]:9000', 'http://LOCALHOST:9000/'])('may be %s', (text) => {
    expect(readRedirectUri(text)).toStrictEqual({ kind: 'loopback', port: 9000 });
  });

  it.each(['http://127.0.0.1/callback', 'http://127.0.0.1:0/callback', 'http://127.0.0.1:/callback'])(
    'RFC 8252 section 7.3: takes any free port where it names none, as in %s',
    (text) => {
      expect(readRedirectUri(text)).toStrictEqual({ kind: 'loopback', port: undefined });
    },
  );

  it('keeps port 80 where it is written, though it is the default of http', () => {
    expect(readRedirectUri('http://localhost:80/code')).toMatchObject({ port: 80 });
  });

  it('RFC 8252 section 8.3: is the loopback IP where nobody says otherwise', () => {
    expect(new URL(defaultRedirectUri).hostname).toBe('127.0.0.1');
    expect(redirectUriIssue(defaultRedirectUri)).toBeUndefined();
  });

  it.each([
    ['http://127.0.0.1/callback', 'http://127.0.0.1:4711/callback'],
    ['http://[::1]:0/a?b=c', 'http://[::1]:4711/a?b=c'],
    ['http://localhost', 'http://localhost:4711'],
  ])('is sent as %s with the port that was free', (text, expected) => {
    expect(withPort(text, 4711)).toBe(expected);
  });
});

describe('a redirect URI elsewhere', () => {
  it('is one whose result is pasted', () => {
    expect(readRedirectUri('https://myappdomain.com/oauth/redirect')).toStrictEqual({ kind: 'paste' });
  });
});

it.each(['localhost:8080/code', 'http://localhost:99999/code', 'myapp://code'])(
  'of %s, which has no scheme or port that can be used, both kinds of addresses are told',
  (text) => {
    expect(redirectUriIssue(text)?.message).toMatch(/http:\/\/ with localhost.*https:\/\/ elsewhere/);
  },
);

describe('what is no redirect URI', () => {
  it.each([
    ['http to another machine', 'http://myappdomain.com/oauth/redirect'],
    ['a scheme of its own', 'com.example.app:/oauth'],
    ['https on this machine', 'https://localhost:8080/code'],
    ['https to the loopback IP', 'https://127.0.0.1/code'],
    ['another loopback address', 'http://127.0.0.2:8080/code'],
    ['a name like this machine', 'http://localhost.example.com/code'],
    ['one with a user name', 'http://jane@localhost:8080/code'],
    ['one with a fragment (RFC 6749 section 3.1.2)', 'http://localhost:8080/code#part'],
    ['no URL', 'localhost:8080/code'],
  ])('%s is refused with what is expected', (_, text) => {
    expect(redirectUriIssue(text)).toMatchObject({ path: 'redirectUri', example: 'http://localhost:8080/myApp/code' });
  });

  it('https on this machine is refused with the reason', () => {
    expect(redirectUriIssue('https://localhost/code')?.message).toContain('certificate');
  });
});
