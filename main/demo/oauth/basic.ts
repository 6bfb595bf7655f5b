/** Reads a client's id and secret from HTTP Basic as OAuth encodes them (RFC 6749 section 2.3.1). */
import type { ReceivedRequest } from '../server/received-request.ts';

export interface BasicCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** `none` without an Authorization header, `malformed` where it holds no such credentials. */
export function readBasic(request: ReceivedRequest): BasicCredentials | 'none' | 'malformed' {
  const { authorization } = request.headers;
  if (authorization === undefined) return 'none';
  const encoded = /^basic +([A-Za-z0-9+/]+=*) *$/i.exec(String(authorization))?.[1] ?? '';
  const [id, ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  if (id === undefined || id === '' || rest.length === 0) return 'malformed';
  try {
    return { clientId: formDecoded(id), clientSecret: formDecoded(rest.join(':')) };
  } catch {
    return 'malformed';
  }
}

/** Throws for text that no form encodes so. */
function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
