import { expect, test } from 'vitest';
import { isHttpsOrLoopback, isLoopbackHost } from '../../../main/profiles/loopback.ts';

test.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.255.255.254', '[::1]', '::1'])('%s is loopback', (host) => {
  expect(isLoopbackHost(host)).toBe(true);
});

test.each([
  'example.com',
  'localhost.example.com',
  'mylocalhost',
  '127.0.0.1.example.com',
  '127.example',
  '128.0.0.1',
  '0.0.0.0',
  '[::]',
  '[::ffff:7f00:1]',
  '',
])('%j is not loopback', (host) => {
  expect(isLoopbackHost(host)).toBe(false);
});

test('an address that a URL may write in a short or hexadecimal form is recognised once the URL has read it', () => {
  expect(
    ['http://127.1', 'http://0x7f000001', 'http://[0:0::1]'].map((url) => isLoopbackHost(new URL(url).hostname)),
  ).toEqual([true, true, true]);
});

test.each(['https://id.example.com/token', 'http://localhost:8080/cb', 'http://127.1/', 'http://[0:0::1]:9000'])(
  'secrets may go to %s',
  (url) => {
    expect(isHttpsOrLoopback(new URL(url))).toBe(true);
  },
);

test.each([
  'http://id.example.com/token',
  'http://127.0.0.1.example.com',
  'http://[::ffff:127.0.0.1]/',
  'ws://localhost',
  'ftp://127.0.0.1',
  'javascript:alert(1)',
])('secrets may not go to %s', (url) => {
  expect(isHttpsOrLoopback(new URL(url))).toBe(false);
});
