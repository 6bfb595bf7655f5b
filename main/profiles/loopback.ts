/** Tells where secrets may go: over TLS, or to hosts that never leave this machine. */
import { isIPv4 } from 'node:net';

/**
 * True for `localhost`, 127.0.0.0/8 and ::1 (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3).
 * Takes a hostname as `URL.hostname` writes it, so IPv6 may stand in brackets; a port is not part of it.
 */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return host === 'localhost' || host === '[::1]' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

/** Whether secrets may be sent to a URL: over TLS, or to this machine (RFC 6749 sections 3.1 and 3.2). */
export function isHttpsOrLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}
