/** Decides through which proxy, if any, a host is reached: setting first, then the environment. */
import { TokentrayError } from '../errors.ts';
import { isLoopbackHost } from '../profiles/loopback.ts';
import { bypassesProxy } from './no-proxy.ts';

export interface ProxySources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's setting; goes before the environment. */
  readonly proxy?: string;
}

export interface Proxy {
  readonly secure: boolean;
  /** Without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** `host:port` for messages; never holds the credentials. */
  readonly host: string;
  /** Value of `Proxy-Authorization` (RFC 7617); secret. */
  readonly authorization?: string;
}

/** Requests that need a proxy are all https, so `HTTP_PROXY` only stands in where nothing closer is set. */
const variables = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * The proxy for a host (`hostname` as in `URL.hostname`), or undefined for a direct connection. Loopback hosts never go
 * through one, and `NO_PROXY` counts for the setting as well.
 * @throws TokentrayError `network.proxy_invalid`; its data name the source and never quote the value.
 */
export function proxyFor(hostname: string, port: number, sources: ProxySources): Proxy | undefined {
  if (isLoopbackHost(hostname)) return undefined;
  const found = configuredProxy(sources);
  if (found === undefined) return undefined;
  const noProxy = sources.environment['no_proxy'] || sources.environment['NO_PROXY'] || '';
  return bypassesProxy(noProxy, hostname, port) ? undefined : parseProxy(found.value, found.source);
}

function configuredProxy({ proxy, environment }: ProxySources): { source: string; value: string } | undefined {
  if (proxy !== undefined && proxy !== '') return { source: 'the setting proxy', value: proxy };
  for (const source of variables) {
    const value = environment[source]?.trim();
    if (value !== undefined && value !== '') return { source, value };
  }
  return undefined;
}

/** A proxy URL; `http://` may be left out, as curl allows. Nothing of an invalid one is quoted, it may hold a password. */
function parseProxy(value: string, source: string): Proxy {
  const invalid = (why: string) =>
    new TokentrayError('network.proxy_invalid', { data: { detail: `${source} ${why}` } });
  const text = value.includes('://') ? value : `http://${value}`;
  if (!URL.canParse(text)) throw invalid('holds no URL such as http://proxy.example.com:8080');
  const url = new URL(text);
  const secure = url.protocol === 'https:';
  if (!secure && url.protocol !== 'http:') throw invalid('names a kind of proxy other than http and https');
  // A `/`, `?` or `#` in a password that was not encoded ends the host early: what follows is part of the password.
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw invalid('has something behind the host; write special characters of a password as %XX');
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const authorization = basicCredentials(url);
  return {
    secure,
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    host: `${url.hostname}:${port}`,
    ...(authorization === undefined ? {} : { authorization }),
  };
}

function basicCredentials(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const pair = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

/** A `%` that was not encoded itself is taken as it stands. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
