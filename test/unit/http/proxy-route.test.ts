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
    [{ ALL_PROXY: 'http://a.test', HTTP_PROXY: 'http://b.test' }, 'a.test:80'],
    [{ http_proxy: 'http://a.test' }, 'a.test:80'],
    [{ https_proxy: '  ', HTTPS_PROXY: 'http://a.test' }, 'a.test:80'],
  ])('of %j the nearest counts', (environment, expected) => {
    expect(route({ environment })?.host).toBe(expected);
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

describe('what a proxy URL says', () => {
  test.each([
    ['proxy.test:3128', { secure: false, hostname: 'proxy.test', port: 3128, host: 'proxy.test:3128' }],
    ['http://proxy.test', { secure: false, hostname: 'proxy.test', port: 80, host: 'proxy.test:80' }],
    ['https://proxy.test/', { secure: true, hostname: 'proxy.test', port: 443, host: 'proxy.test:443' }],
    ['http://[::1]:3128', { secure: false, hostname: '::1', port: 3128, host: '[::1]:3128' }],
  ])('%s', (proxy, expected) => {
    expect(route({ proxy })).toEqual(expected);
  });

  test.each([
    ['http://user:CANARY%40%3A%C3%A9@proxy.test', 'user:CANARY@:é'],
    ['http://user@proxy.test', 'user:'],
    ['http://user:CANARY%@proxy.test', 'user:CANARY%'],
    ['user:CANARY@proxy.test:3128', 'user:CANARY'],
  ])('credentials of %s are sent as Basic, percent-decoded', (proxy, pair) => {
    expect(route({ proxy })?.authorization).toBe(`Basic ${Buffer.from(pair).toString('base64')}`);
  });

  test.each([
    'http://',
    'http://user:CANARY@',
    'socks5://user:CANARY@proxy.test:1080',
    'http://user:CANARY#1@proxy.test:3128',
    'http://user:12#CANARY@proxy.test:3128',
    'http://user:12/CANARY@proxy.test:3128',
    'http://user:12?CANARY@proxy.test:3128',
    'http://proxy.test:99999',
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
});
