import { describe, expect, test } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { proxyFor } from '../../../main/http/proxy-route.ts';
import type { ProxySources } from '../../../main/http/proxy-route.ts';

const host = 'acme.example.com';
const route = (sources: Partial<ProxySources>) => proxyFor(host, 443, { environment: {}, ...sources });

function failure(run: () => unknown): TokentrayError {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof TokentrayError) return thrown;
  }
  throw new Error('expected a TokentrayError');
}

describe('which proxy', () => {
  test('without setting and environment the connection is direct', () => {
    expect(route({})).toBeUndefined();
  });

  test('the setting goes before the environment', () => {
    const found = route({ proxy: 'http://set.test:1', environment: { HTTPS_PROXY: 'http://env.test:2' } });
    expect(found?.host).toBe('set.test:1');
  });

  test('an empty setting is none', () => {
    expect(route({ proxy: '', environment: { HTTPS_PROXY: 'http://env.test:2' } })?.host).toBe('env.test:2');
  });

  test.each([
    [{ https_proxy: 'http://a.test', HTTPS_PROXY: 'http://b.test' }, 'a.test:80'],
    [{ HTTPS_PROXY: 'http://a.test', ALL_PROXY: 'http://b.test' }, 'a.test:80'],
    [{ all_proxy: 'http://a.test', ALL_PROXY: 'http://b.test' }, 'a.test:80'],
    [{ ALL_PROXY: 'http://a.test', HTTP_PROXY: 'http://b.test' }, 'a.test:80'],
    [{ https_proxy: '  ', HTTPS_PROXY: 'http://a.test' }, 'a.test:80'],
  ])('of %j the nearest counts', (environment, expected) => {
    expect(route({ environment })?.host).toBe(expected);
  });

  test.each(['http_proxy', 'HTTP_PROXY'])('%s is for plain http, as with curl', (variable) => {
    expect(route({ environment: { [variable]: 'http://a.test' } })).toBeUndefined();
  });

  test('NO_PROXY keeps a host off the proxy, the one of the setting too', () => {
    expect(route({ proxy: 'http://set.test:1', environment: { NO_PROXY: '.example.com' } })).toBeUndefined();
  });

  test('no_proxy goes before NO_PROXY', () => {
    const environment = { no_proxy: 'other.test', NO_PROXY: '*' };
    expect(route({ proxy: 'http://set.test:1', environment })?.host).toBe('set.test:1');
  });

  test.each(['localhost', '127.0.0.1', '[::1]'])('%s never goes through a proxy', (loopback) => {
    expect(proxyFor(loopback, 443, { environment: {}, proxy: 'http://set.test:1' })).toBeUndefined();
  });
});

describe('user name and password', () => {
  const basic = `Basic ${Buffer.from('user:CANARY').toString('base64')}`;
  const credentials = (sources: Partial<ProxySources>) => {
    const { authorization, credentialsIn } = route(sources) ?? {};
    return [authorization, credentialsIn];
  };

  test.each([
    [{ HTTPS_PROXY: 'http://user:CANARY@set.test:3128' }, 'HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'user:CANARY@SET.test:3128/' }, 'HTTPS_PROXY'],
    [{ all_proxy: 'http://user:CANARY@set.test:3128' }, 'all_proxy'],
    [{ https_proxy: 'http://env.test', HTTPS_PROXY: 'http://user:CANARY@set.test:3128' }, 'HTTPS_PROXY'],
    [{ https_proxy: 'not a proxy', HTTPS_PROXY: 'http://user:CANARY@set.test:3128' }, 'HTTPS_PROXY'],
  ])('for the proxy of the setting come from the variable of %j that names the same', (environment, variable) => {
    expect(credentials({ proxy: 'http://set.test:3128', environment })).toEqual([basic, variable]);
  });

  test.each([
    'http://user:CANARY@other.test:3128',
    'http://user:CANARY@set.test:3129',
    'http://user:CANARY@set.test',
    'https://user:CANARY@set.test:3128',
  ])('of %s, which is another proxy, are not told to that of the setting', (url) => {
    const environment = { HTTPS_PROXY: url };
    expect(credentials({ proxy: 'http://set.test:3128', environment })).toEqual([undefined, 'HTTPS_PROXY']);
  });

  test('of the environment are looked for where its proxy was named', () => {
    expect(credentials({ environment: { all_proxy: 'http://env.test' } })).toEqual([undefined, 'all_proxy']);
  });
});

test.each([
  'http://',
  'http://user:CANARY@',
  'socks5://user:CANARY@proxy.test:1080',
  'http://user:CANARY#1@proxy.test:3128',
  'http://user:12#CANARY@proxy.test:3128',
  'not a proxy',
])('%j is refused and nothing of it is quoted', (proxy) => {
  const error = failure(() => route({ environment: { HTTPS_PROXY: proxy } }));
  expect(error.code).toBe('network.proxy_invalid');
  expect(error.data.detail).toContain('HTTPS_PROXY');
  expect(JSON.stringify([error.message, error.data])).not.toMatch(/CANARY|user/);
});

test('an invalid proxy does not matter for a host that needs none', () => {
  expect(route({ proxy: 'not a proxy', environment: { NO_PROXY: '*' } })).toBeUndefined();
});
