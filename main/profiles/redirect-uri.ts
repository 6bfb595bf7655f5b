/** What a redirect URI is here: an address of this machine on which Tokentray listens, or an https one whose result is pasted. */
import type { Issue } from '../errors.ts';
import { isLoopbackHost } from './loopback.ts';
import { urlProblem } from './url-rule.ts';

export type RedirectUri =
  | {
      readonly kind: 'loopback';
      /** Undefined: any free one, chosen anew for each sign-in (RFC 8252 section 7.3). */
      readonly port: number | undefined;
    }
  /** Nobody listens there: the person copies the address from the browser. */
  | { readonly kind: 'paste' };

/** Where a profile names none: the loopback IP and any free port (RFC 8252 sections 7.3 and 8.3). */
export const defaultRedirectUri = 'http://127.0.0.1/callback';

const example = 'http://localhost:8080/myApp/code';

/** The names under which Tokentray listens; other addresses of the loopback network may belong to something else. */
const listeningHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Scheme, host and port as they are written: the URL class drops a port that is the scheme's own. */
const authority = /^(http:\/\/(?:\[[^\]]*\]|[^/:?#]*))(?::(\d*))?/i;

export function readRedirectUri(text: string): RedirectUri | { readonly issue: Issue } {
  const problem = urlProblem(text);
  // Most are on this machine, where https:// would be wrong.
  if (problem !== undefined) return issue(URL.canParse(text) && /^https?:/i.test(text) ? problem : noAddress);
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') {
    return isLoopbackHost(hostname) ? issue(httpsOnThisMachine) : { kind: 'paste' };
  }
  if (!listeningHosts.has(hostname)) {
    return issue('Must be on localhost, 127.0.0.1 or [::1]: Tokentray listens on no other address of this machine.');
  }
  const port = Number(authority.exec(text)?.[2] ?? 0);
  return { kind: 'loopback', port: port === 0 ? undefined : port };
}

const noAddress = 'Must be a full URL: http:// with localhost, 127.0.0.1 or [::1] on this machine, https:// elsewhere.';

const httpsOnThisMachine =
  'Must begin with http:// on this machine: nobody issues a certificate for it, so a browser would show a warning in place of the sign-in. Register the same address with http://, which RFC 8252 section 7.3 provides for.';

/** What is wrong with the field `redirectUri`; undefined when nothing is. Quotes nothing of it. */
export function redirectUriIssue(text: string): Issue | undefined {
  const read = readRedirectUri(text);
  return 'issue' in read ? read.issue : undefined;
}

/** The loopback redirect URI with this port, else as it was written: servers compare it character by character. */
export function withPort(redirectUri: string, port: number): string {
  return redirectUri.replace(authority, (_, origin: string) => `${origin}:${port}`);
}

function issue(message: string): { readonly issue: Issue } {
  return { issue: { path: 'redirectUri', message, example } };
}
