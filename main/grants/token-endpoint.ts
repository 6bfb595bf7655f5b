/** The last check of where a token request goes, whatever let the URL in. */
import { TokentrayError } from '../errors.ts';
import { isHttpsOrLoopback } from '../profiles/loopback.ts';

/** Throws `config.profile_invalid` unless the URL is `https`, or `http` to a loopback host (RFC 6749 section 3.2). */
export function parseTokenEndpoint(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && isHttpsOrLoopback(url)) return url;
  const message = 'Must be an https URL; http is accepted for loopback hosts only.';
  throw new TokentrayError('config.profile_invalid', { data: { issues: [{ path: 'endpoints.token', message }] } });
}
