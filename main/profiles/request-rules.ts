/** Which extra headers and parameters a profile may add to its token requests. */
import { isHeaderName, isHeaderValue, isOneLine } from './line-rules.ts';

/** Where a reserved name is set instead. */
const reservedHeaders: ReadonlyMap<string, string> = new Map([
  ['authorization', 'Tokentray sets it from the secrets; see request.clientAuth.'],
  ['connection', 'It belongs to the connection, which Tokentray manages.'],
  ['content-encoding', 'Tokentray sets it with the body.'],
  ['content-length', 'Tokentray sets it with the body.'],
  ['content-type', 'Tokentray sets it from request.body.'],
  ['cookie', 'Tokentray sends no cookies.'],
  ['expect', 'It belongs to the connection, which Tokentray manages.'],
  ['host', 'Tokentray sets it from the token endpoint.'],
  ['keep-alive', 'It belongs to the connection, which Tokentray manages.'],
  ['proxy-authorization', 'Give the user name and password of a proxy in HTTPS_PROXY.'],
  ['te', 'It belongs to the connection, which Tokentray manages.'],
  ['trailer', 'It belongs to the connection, which Tokentray manages.'],
  ['transfer-encoding', 'It belongs to the connection, which Tokentray manages.'],
  ['upgrade', 'It belongs to the connection, which Tokentray manages.'],
]);

const ofTheGrant = 'Tokentray sets it as "auth" demands.';
const secret = 'Secrets never stand in the profile file: give them on standard input with --secrets -.';

const otherRequest = 'What stands in a request object is taken in place of all else (RFC 9101 section 5).';

const reservedParams: ReadonlyMap<string, string> = new Map([
  ['assertion', ofTheGrant],
  ['audience', 'Use the field audience.'],
  ['client_assertion', ofTheGrant],
  ['client_assertion_type', ofTheGrant],
  ['client_id', 'Use the field clientId.'],
  ['client_secret', secret],
  ['code', ofTheGrant],
  ['code_challenge', ofTheGrant],
  ['code_challenge_method', ofTheGrant],
  ['code_verifier', ofTheGrant],
  ['device_code', ofTheGrant],
  ['grant_type', 'Use the field auth.'],
  ['nonce', ofTheGrant],
  ['redirect_uri', 'Use the field redirectUri.'],
  ['refresh_token', secret],
  ['request', otherRequest],
  ['request_uri', otherRequest],
  ['response_mode', 'The answer comes in the query of the redirect URI.'],
  ['response_type', ofTheGrant],
  ['scope', 'Use the field scope.'],
  ['state', ofTheGrant],
]);

/** What is wrong with one of `request.headers`; undefined when nothing is. */
export function headerProblem(name: string, value: string, all: readonly string[]): string | undefined {
  // A name that would reach the prototype of the object it is copied to.
  if (!isHeaderName(name) || name === '__proto__') {
    return "Is no name of a header: letters, digits and !#$%&'*+-.^_`|~ only.";
  }
  const reserved = reservedHeaders.get(name.toLowerCase());
  if (reserved !== undefined) return `Must not be set here. ${reserved}`;
  if (all.some((other) => other !== name && other.toLowerCase() === name.toLowerCase())) {
    return 'Stands here twice; the case of letters in names of headers does not matter.';
  }
  return isHeaderValue(value) ? undefined : 'Must hold printable ASCII characters only, without line breaks.';
}

/** What is wrong with one of `request.params`; undefined when nothing is. */
export function paramProblem(name: string, value: string): string | undefined {
  if (name === '' || !isOneLine(name) || name === '__proto__') return 'Is no name of a parameter.';
  const reserved = reservedParams.get(name.toLowerCase());
  if (reserved !== undefined) return `Must not be set here. ${reserved}`;
  return isOneLine(value) ? undefined : 'Must be one line of printable text.';
}
