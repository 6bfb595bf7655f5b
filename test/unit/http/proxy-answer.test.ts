import { expect, test } from 'vitest';
import { authenticationSchemes, proxyRefusal } from '../../../main/http/proxy-answer.ts';

const host = 'proxy.test:3128';

test.each([403, 500, 502, 503, 302])('a %i is a refusal with its status', (status) => {
  const error = proxyRefusal({ status, challenges: [] }, host);
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
  expect(proxyRefusal({ status: 407, challenges }, host).code).toBe('network.proxy_auth_required');
});

test('a 401, which some proxies answer to a wrong password, wants another', () => {
  expect(proxyRefusal({ status: 401, challenges: [] }, host).code).toBe('network.proxy_auth_required');
});

test.each([
  [['NTLM'], 'NTLM'],
  [['Negotiate', 'NTLM'], 'Negotiate, NTLM'],
  [['Negotiate, Kerberos'], 'Negotiate, Kerberos'],
  [['Negotiate realm="Basic, please"'], 'Negotiate'],
  [['Digest realm="a, Basic b", qop="auth", nonce=abc'], 'Digest'],
])('a 407 with only %j is not supported and says what was asked', (challenges, detail) => {
  const error = proxyRefusal({ status: 407, challenges }, host);
  expect(error.code).toBe('network.proxy_auth_unsupported');
  expect(error.data.detail).toBe(detail);
});

test('a challenge that carries data does not show them', () => {
  const error = proxyRefusal({ status: 407, challenges: ['NTLM TlRMTVNTUAACQUFOQVJZ=='] }, host);
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
