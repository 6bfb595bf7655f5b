import { describe, expect, it } from 'vitest';
import { systemProxyFor } from '../../../main/http/system-proxy.ts';

const asked: string[] = [];
const answering = (answer: string) => (url: string) => {
  asked.push(url);
  return Promise.resolve(answer);
};

const proxyOf = (answer: string, environment: Record<string, string> = {}) =>
  systemProxyFor('acme.example.com', 443, environment, answering(answer));

describe('the proxy of the system', () => {
  it.each([
    ['PROXY proxy.example.com:8080', 'proxy.example.com:8080', false],
    ['HTTPS proxy.example.com:8443; DIRECT', 'proxy.example.com:8443', true],
    ['SOCKS5 socks.example.com:1080; PROXY proxy.example.com:3128', 'proxy.example.com:3128', false],
    ['proxy proxy.example.com:8080', 'proxy.example.com:8080', false],
  ])('is taken from %j', async (answer, host, secure) => {
    await expect(proxyOf(answer)).resolves.toMatchObject({ host, secure });
  });

  it.each(['DIRECT', '', 'DIRECT; PROXY proxy.example.com:8080'])('is none for %j', async (answer) => {
    await expect(proxyOf(answer)).resolves.toBeUndefined();
  });

  it('is a failure where it is of another kind', async () => {
    await expect(proxyOf('SOCKS5 socks.example.com:1080')).rejects.toMatchObject({ code: 'network.proxy_invalid' });
  });

  it('is none where the system cannot tell', async () => {
    const failing = () => Promise.reject(new Error('no answer'));
    await expect(systemProxyFor('acme.example.com', 443, {}, failing)).resolves.toBeUndefined();
  });

  it('is asked for by the origin alone', async () => {
    asked.length = 0;
    await systemProxyFor('::2', 8443, {}, answering('DIRECT'));
    expect(asked).toEqual(['https://[::2]:8443/']);
  });

  it.each([
    ['a loopback host', '127.0.0.1', {}],
    ['a host in NO_PROXY', 'acme.example.com', { NO_PROXY: '.example.com' }],
  ])('is not asked for with %s', async (_case, hostname, environment) => {
    asked.length = 0;
    await systemProxyFor(hostname, 443, environment, answering('PROXY proxy.example.com:8080'));
    expect(asked).toEqual([]);
  });
});
