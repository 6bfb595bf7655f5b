import { expect, test } from 'vitest';
import { readProxyUrl } from '../../../main/http/proxy-url.ts';

test.each([
  ['proxy.test:3128', { secure: false, hostname: 'proxy.test', port: 3128, host: 'proxy.test:3128' }],
  ['http://proxy.test', { secure: false, hostname: 'proxy.test', port: 80, host: 'proxy.test:80' }],
  ['https://proxy.test/', { secure: true, hostname: 'proxy.test', port: 443, host: 'proxy.test:443' }],
  ['http://[::1]:3128', { secure: false, hostname: '::1', port: 3128, host: '[::1]:3128' }],
])('%s', (text, expected) => {
  expect(readProxyUrl(text)).toEqual(expected);
});

test.each([
  ['http://user:CANARY%40%3A%C3%A9@proxy.test', 'user:CANARY@:é'],
  ['http://user@proxy.test', 'user:'],
  ['http://user:CANARY%@proxy.test', 'user:CANARY%'],
  ['user:CANARY@proxy.test:3128', 'user:CANARY'],
])('credentials of %s are sent as Basic, percent-decoded', (text, pair) => {
  expect(readProxyUrl(text)).toMatchObject({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
});

test.each([
  'http://',
  'http://user:CANARY@',
  'socks5://user:CANARY@proxy.test:1080',
  'http://user:12/CANARY@proxy.test:3128',
  'http://user:12?CANARY@proxy.test:3128',
  'http://user:12#CANARY@proxy.test:3128',
  'http://proxy.test:99999',
  'not a proxy',
])('%j is no proxy, and what is said about it quotes nothing', (text) => {
  const read = readProxyUrl(text);
  expect(read).toEqual({ problem: expect.stringMatching(/\S/) });
  expect(JSON.stringify(read)).not.toMatch(/CANARY|user/);
});
