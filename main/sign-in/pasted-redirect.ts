/** Reads the address that a person copied from the browser, as people and terminals leave it. */
import { TokentrayError } from '../errors.ts';

/** Longer than any browser takes for an address. */
const maxLength = 32_768;

/** Terminals and chats break lines, put blanks of all kinds between, and quotes or angle brackets around. */
const around = /^["'`<(\u2018-\u201F\u00AB]+|["'`>)\u2018-\u201F\u00BB]+$/gu;

/**
 * The parameters of the redirect. Takes the whole address, or its query alone. Throws `auth.sign_in_invalid` for what is
 * not the redirect of this client; nothing of it is quoted.
 */
export function readPastedRedirect(pasted: string, redirectUri: string): URLSearchParams {
  if (pasted.length > maxLength) throw invalid('it is longer than any address');
  const text = pasted.replaceAll(/[\s\p{Cf}\p{Cc}]+/gu, '').replaceAll(around, '');
  if (text === '') throw invalid('nothing was pasted');
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return readQuery(text);
  const url = URL.parse(text);
  const expected = new URL(redirectUri);
  if (url === null) throw invalid('it is no address');
  if (url.origin !== expected.origin || url.pathname !== expected.pathname) {
    throw invalid(`it is another address than the one to which the browser is sent, which begins with ${redirectUri}`);
  }
  return url.searchParams;
}

function readQuery(text: string): URLSearchParams {
  const query = text.replace(/#.*$/, '');
  if (!/^\??[\w.-]+=/.test(query))
    throw invalid('it is no address: copy all of it from the address bar of the browser');
  return new URLSearchParams(query);
}

function invalid(detail: string): TokentrayError {
  return new TokentrayError('auth.sign_in_invalid', { data: { detail } });
}
