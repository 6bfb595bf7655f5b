/** The proxy that the system's own settings name, PAC scripts included; only a desktop can ask for it. */
import { TokentrayError } from '../errors.ts';
import { isLoopbackHost } from '../profiles/loopback.ts';
import { bypassesProxy } from './no-proxy.ts';
import type { ChosenProxy } from './proxy-route.ts';
import { readProxyUrl } from './proxy-url.ts';

/** Answers as a PAC script does, such as `PROXY proxy.example.com:8080; DIRECT`, for a URL. */
export type ResolveProxy = (url: string) => Promise<string>;

const schemes: Readonly<Record<string, string>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' };

/**
 * Undefined for a direct connection. Loopback hosts and those in `NO_PROXY` are not asked about.
 * Rejects with `network.proxy_invalid` where only other kinds of proxies are named.
 */
export async function systemProxyFor(
  hostname: string,
  port: number,
  environment: Readonly<Record<string, string | undefined>>,
  resolve: ResolveProxy,
): Promise<ChosenProxy | undefined> {
  const noProxy = environment['no_proxy'] || environment['NO_PROXY'] || '';
  if (isLoopbackHost(hostname) || bypassesProxy(noProxy, hostname, port)) return undefined;
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  // A system that cannot answer names no proxy.
  return firstUsable(await resolve(`https://${host}:${port}/`).catch(() => 'DIRECT'));
}

function firstUsable(answer: string): ChosenProxy | undefined {
  for (const entry of answer.split(';')) {
    const [kind = '', place = ''] = entry.trim().split(/\s+/);
    if (kind === '' || kind.toUpperCase() === 'DIRECT') return undefined;
    const scheme = schemes[kind.toUpperCase()];
    const proxy = scheme === undefined ? undefined : readProxyUrl(`${scheme}://${place}`);
    if (proxy !== undefined && !('problem' in proxy)) return { ...proxy, credentialsIn: 'HTTPS_PROXY' };
  }
  throw new TokentrayError('network.proxy_invalid', {
    data: { detail: "the system's proxy settings name no proxy of the kinds http and https" },
  });
}
