/** Compares the redirect URI of a request with those that a client registered. */

/** Where any port will do (RFC 8252 section 7.3); `localhost` is a name, not one of these. */
const loopbackAddress = /^http:\/\/(?:127\.0\.0\.1|\[::1\])(?=[:/])(?::\d{1,5})?/;

export function isRegistered(redirectUri: string, registered: readonly string[]): boolean {
  return registered.some((known) => withoutPort(known) === withoutPort(redirectUri));
}

function withoutPort(url: string): string {
  return url.replace(loopbackAddress, (origin) => origin.replace(/:\d+$/, ''));
}
