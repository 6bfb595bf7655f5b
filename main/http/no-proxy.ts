/** Reads `NO_PROXY`: which hosts are reached without the proxy. */
import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Whether an entry of `noProxy` covers the host. Entries are separated by commas or blanks, and each may end in a port:
 * `*` everything · `example.com` and `.example.com` that name and all below it · `*.example.com` only what is below it ·
 * an address · a range such as `10.0.0.0/8`. `hostname` is what `URL.hostname` gives, brackets allowed.
 */
export function bypassesProxy(noProxy: string, hostname: string, port: number): boolean {
  const host = bare(hostname);
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(parseEntry)
    .some((entry) => (entry.port === undefined || entry.port === port) && covers(entry.pattern, host));
}

interface Entry {
  readonly pattern: string;
  readonly port?: number;
}

/** A colon separates a port only where it cannot be part of an IPv6 address. */
function parseEntry(entry: string): Entry {
  const withPort = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry);
  return withPort === null ? { pattern: bare(entry) } : { pattern: bare(withPort[1] ?? ''), port: Number(withPort[2]) };
}

function covers(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (pattern.includes('/')) return isInRange(pattern, host);
  if (pattern.startsWith('*.')) return host.endsWith(pattern.slice(1));
  const name = pattern.startsWith('.') ? pattern.slice(1) : pattern;
  return host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
}

function isInRange(range: string, host: string): boolean {
  const [network = '', length = ''] = range.split('/');
  const bits = Number(length);
  if (isIP(host) === 0 || isIP(network) === 0 || !/^\d+$/.test(length)) return false;
  if (bits > (isIPv6(network) ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, family(network));
  return list.check(host, family(host));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

/** Lower case, without the brackets of IPv6 and without the dot that ends a fully qualified name. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/(.)\.$/, '$1');
}
