/** What a redirect URI means for whoever signs in. */

/** RFC 8252 section 7.3; browsers take `localhost` for this machine as well. */
const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A sentence; empty for what is no address yet, or none that will do. */
export function redirectWords(text: string): string {
  const url = URL.parse(text.trim());
  if (url?.protocol === 'http:' && loopbackHosts.has(url.hostname)) {
    return `While you sign in, Tokentray waits for the browser at ${url.host}.`;
  }
  return url?.protocol === 'https:' ? 'At the end of the sign-in you paste the address from the browser here.' : '';
}
