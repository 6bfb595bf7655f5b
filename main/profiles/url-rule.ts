/** Which URLs a profile may hold: https, or http to this machine; without user, password and fragment. */
import { isHttpsOrLoopback } from './loopback.ts';

/** What is wrong with a URL, as a sentence that quotes nothing of it; undefined when nothing is. */
export function urlProblem(text: string): string | undefined {
  // The URL class also takes `https:host`, backslashes and blanks, which other programs read as something else.
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) {
    return 'Must be a full URL that begins with https://.';
  }
  const url = new URL(text);
  if (!isHttpsOrLoopback(url)) {
    return url.protocol === 'http:'
      ? 'Must begin with https://; http:// is accepted for this machine only (localhost, 127.0.0.1, [::1]).'
      : 'Must begin with https://.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'Must not hold a user name or password; secrets are given on standard input with --secrets -.';
  }
  if (text.includes('#')) return 'Must not have a fragment (the part from # on).';
  return undefined;
}

/** The URL that was probably meant: a host without its scheme, or http in place of https. */
export function probableUrl(text: string): string | undefined {
  const rest = text.replace(/^http:\/\//i, '');
  // Demands a host that ends like one, so that no token or password that was pasted here is repeated.
  const likely = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*\.[a-z]{2,24}(:\d+)?(\/[^\s@#\\]*)?$/i.test(rest);
  return likely && urlProblem(`https://${rest}`) === undefined ? `https://${rest}` : undefined;
}
