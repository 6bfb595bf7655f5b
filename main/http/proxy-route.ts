/** Decides through which proxy, if any, a host is reached: setting first, then the environment. */
import { TokentrayError } from '../errors.ts';
import { isLoopbackHost } from '../profiles/loopback.ts';
import { bypassesProxy } from './no-proxy.ts';
import { readProxyUrl } from './proxy-url.ts';
import type { Proxy } from './proxy-url.ts';

export interface ProxySources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's setting; goes before the environment. It is not sealed, so its user name and password stand there. */
  readonly proxy?: string;
}

/** A proxy, and where its credentials are looked for. */
export interface ChosenProxy extends Proxy {
  /** Name of the environment variable that holds its user name and password, or would have to. */
  readonly credentialsIn: string;
}

interface Candidate {
  readonly source: string;
  readonly value: string;
}

/** As curl takes them for https, and whatever needs a proxy here is https: `HTTP_PROXY` is for plain http. */
const variables = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];

/**
 * The proxy for a host (`hostname` as in `URL.hostname`), or undefined for a direct connection. Loopback hosts never go
 * through one, and `NO_PROXY` counts for the setting as well.
 * @throws TokentrayError `network.proxy_invalid`; its data name the source and never quote the value.
 */
export function proxyFor(hostname: string, port: number, sources: ProxySources): ChosenProxy | undefined {
  if (isLoopbackHost(hostname)) return undefined;
  const { proxy: setting = '', environment } = sources;
  const ofEnvironment = variables
    .map((source): Candidate => ({ source, value: environment[source]?.trim() ?? '' }))
    .filter(({ value }) => value !== '');
  const chosen = setting === '' ? ofEnvironment[0] : { source: 'the setting proxy', value: setting };
  if (chosen === undefined) return undefined;
  const noProxy = environment['no_proxy'] || environment['NO_PROXY'] || '';
  if (bypassesProxy(noProxy, hostname, port)) return undefined;
  const proxy = validProxy(chosen);
  if (setting === '') return { ...proxy, credentialsIn: chosen.source };
  return sameWithCredentials(proxy, ofEnvironment) ?? { ...proxy, credentialsIn: 'HTTPS_PROXY' };
}

function validProxy({ source, value }: Candidate): Proxy {
  const proxy = readProxyUrl(value);
  if (!('problem' in proxy)) return proxy;
  throw new TokentrayError('network.proxy_invalid', { data: { detail: `${source} ${proxy.problem}` } });
}

/** Another host, port or scheme is another proxy, which must not be told the password. */
function sameWithCredentials(proxy: Proxy, candidates: readonly Candidate[]): ChosenProxy | undefined {
  for (const { source, value } of candidates) {
    const other = readProxyUrl(value);
    if ('problem' in other || other.authorization === undefined) continue;
    if (other.host === proxy.host && other.secure === proxy.secure) return { ...other, credentialsIn: source };
  }
  return undefined;
}
