/** The last check of where secrets go, whatever let the URL in. */
import { TokentrayError } from '../errors.ts';
import { isHttpsOrLoopback } from '../profiles/loopback.ts';

/**
 * Throws `config.profile_invalid` unless the URL is `https`, or `http` to a loopback host (RFC 6749 section 3.2). `path`
 * is the field of the profile that the URL is of.
 */
export function parseEndpoint(text: string, path: string): URL {
  const url = URL.parse(text);
  if (url !== null && isHttpsOrLoopback(url)) return url;
  const message = 'Must be an https URL; http is accepted for loopback hosts only.';
  throw new TokentrayError('config.profile_invalid', { data: { issues: [{ path, message }] } });
}
