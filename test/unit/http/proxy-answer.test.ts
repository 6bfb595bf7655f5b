import { expect, test } from 'vitest';
import { authenticationSchemes, proxyRefusal } from '../../../main/http/proxy-answer.ts';
import type { ChosenProxy } from '../../../main/http/proxy-route.ts';

const host = 'proxy.test:3128';
const proxy: ChosenProxy = { secure: false, hostname: 'proxy.test', port: 3128, host, credentialsIn: 'all_proxy' };
const withPassword: ChosenProxy = { ...proxy, authorization: 'Basic CANARY' };

test.each([403, 500, 502, 503, 302])('a %i is a refusal with its status', (status) => {
  const error = proxyRefusal({ status, challenges: [] }, proxy);
  expect(error.code).toBe('network.proxy_refused');
  expect(error.data).toEqual({ host, status });
});

test.each([
  [['Basic realm="proxy"']],
  [['basic realm="proxy", charset="UTF-8"']],
  [['Negotiate', 'NTLM', 'Basic realm="proxy"']],
  [['Negotiate, NTLM, Basic realm="proxy"']],
  [[]],
])('a 407 with %j wants a user name and password', (challenges) => {
  expect(proxyRefusal({ status: 407, challenges }, proxy).code).toBe('network.proxy_auth_required');
});

test('a 401, which some proxies answer, wants them too', () => {
  expect(proxyRefusal({ status: 401, challenges: [] }, proxy).code).toBe('network.proxy_auth_required');
});

test.each([
  [false, 'all_proxy=http://user:password@proxy.test:3128'],
  [true, 'all_proxy=https://user:password@proxy.test:3128'],
])('what is missing is said as the variable it belongs into (TLS: %j)', (secure, detail) => {
  expect(proxyRefusal({ status: 407, challenges: [] }, { ...proxy, secure }).data.detail).toBe(detail);
});

test.each([401, 407])(
  'a %i to a user name and password rejects them, and shows where they came from only',
  (status) => {
    const error = proxyRefusal({ status, challenges: ['Basic realm="proxy"'] }, withPassword);
    expect([error.code, error.data]).toEqual(['network.proxy_auth_rejected', { host, status, detail: 'all_proxy' }]);
  },
);

test.each([
  [['NTLM'], 'NTLM'],
  [['Negotiate', 'NTLM'], 'Negotiate, NTLM'],
  [['Negotiate, Kerberos'], 'Negotiate, Kerberos'],
  [['Negotiate realm="Basic, please"'], 'Negotiate'],
  [['Digest realm="a, Basic b", qop="auth", nonce=abc'], 'Digest'],
])('a 407 with only %j is not supported and says what was asked', (challenges, detail) => {
  const error = proxyRefusal({ status: 407, challenges }, proxy);
  expect(error.code).toBe('network.proxy_auth_unsupported');
  expect(error.data.detail).toBe(detail);
});

test('a 407 without Basic is not supported, whatever was sent', () => {
  expect(proxyRefusal({ status: 407, challenges: ['NTLM'] }, withPassword).code).toBe('network.proxy_auth_unsupported');
});

test('a challenge that carries data does not show them', () => {
  const error = proxyRefusal({ status: 407, challenges: ['NTLM TlRMTVNTUAACQUFOQVJZ=='] }, proxy);
  expect(error.data.detail).toBe('NTLM');
});

test.each([
  ['', []],
  ['Basic', ['Basic']],
  ['Digest realm = "x", nonce="y",Basic realm="z"', ['Digest', 'Basic']],
  ['Basic realm="a \\" b, NTLM"', ['Basic']],
])('schemes of %j are %j', (header, schemes) => {
  expect(authenticationSchemes(header)).toEqual(schemes);
});
