/** Finds the OAuth error in an answer: in its body, or in a WWW-Authenticate challenge. */
import type { HttpAnswer } from '../http/http.ts';
import type { Members } from './answer-members.ts';

export interface OAuthError {
  /** RFC 6749 section 5.2, of the characters allowed there and at most 100 long. */
  readonly error: string;
  /** As the server wrote it: may hold tokens. */
  readonly description?: string;
}

const maxErrorLength = 100;

/** The body's error, else the challenge's (RFC 6750 section 3); undefined when neither has one. */
export function readOAuthError(answer: HttpAnswer, members: Members | undefined): OAuthError | undefined {
  return fromMembers(members) ?? fromMembers(challengeParameters(answer.headers.get('www-authenticate') ?? ''));
}

function fromMembers(members: Members | undefined): OAuthError | undefined {
  const error = members?.['error'];
  const description = members?.['error_description'];
  if (typeof error !== 'string' || !isErrorCode(error)) return undefined;
  return { error, ...(typeof description === 'string' ? { description } : {}) };
}

function isErrorCode(text: string): boolean {
  return text.length <= maxErrorLength && /^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/.test(text);
}

/** Parameters of all challenges in the header, whichever scheme they belong to (RFC 9110 section 11.6.1). */
function challengeParameters(header: string): Members {
  const parameter = /([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g;
  const pairs = [...header.matchAll(parameter)].map(([, name = '', quoted, token = '']) => [
    name.toLowerCase(),
    quoted === undefined ? token : quoted.replaceAll(/\\(.)/g, '$1'),
  ]);
  return Object.fromEntries(pairs) as Members;
}
