/** What a proxy's answer to CONNECT means when it is not "connected". */
import { TokentrayError } from '../errors.ts';
import type { ChosenProxy } from './proxy-route.ts';

/** The part of a proxy's answer that decides. */
export interface ProxyAnswer {
  readonly status: number;
  /** Each `Proxy-Authenticate` header (RFC 9110 section 11.7.1). */
  readonly challenges: readonly string[];
}

/**
 * The failure behind a proxy's answer other than 2xx (RFC 9110 section 9.3.6).
 * A 407 that offers no Basic is one that a user name and password cannot answer: NTLM, Negotiate, Kerberos, Digest.
 * A 401, which belongs to servers, is what tinyproxy answers to a wrong password.
 */
export function proxyRefusal({ status, challenges }: ProxyAnswer, proxy: ChosenProxy): TokentrayError {
  const { host, secure, authorization, credentialsIn } = proxy;
  if (status !== 407 && status !== 401) return new TokentrayError('network.proxy_refused', { data: { host, status } });
  const schemes = challenges.flatMap(authenticationSchemes);
  if (schemes.length > 0 && !schemes.some((scheme) => scheme.toLowerCase() === 'basic')) {
    const detail = [...new Set(schemes)].join(', ');
    return new TokentrayError('network.proxy_auth_unsupported', { data: { host, status, detail } });
  }
  if (authorization !== undefined)
    return new TokentrayError('network.proxy_auth_rejected', { data: { host, status, detail: credentialsIn } });
  const detail = `${credentialsIn}=${secure ? 'https' : 'http'}://user:password@${host}`;
  return new TokentrayError('network.proxy_auth_required', { data: { host, status, detail } });
}

/** Names of the schemes in one challenge header, which may list several (RFC 9110 section 11.6.1). */
export function authenticationSchemes(header: string): string[] {
  return header
    .replace(/"(\\.|[^"\\])*"/g, '')
    .split(',')
    .map((part) => /^\s*([A-Za-z][A-Za-z0-9-]*)(?=\s|$)(?!\s*=)/.exec(part)?.[1])
    .filter((scheme) => scheme !== undefined);
}
