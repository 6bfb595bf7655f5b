/** What an API says about a refusal, scrubbed: APIs quote tokens in their errors. */
import { readMembers } from '../grants/answer-members.ts';
import type { Members } from '../grants/answer-members.ts';
import { readOAuthError } from '../grants/oauth-error.ts';
import { scrub } from '../grants/scrub.ts';
import { secretDetector } from '../grants/secret-detector.ts';
import type { HttpAnswer } from '../http/http.ts';
import { isScope } from '../profiles/line-rules.ts';
import type { SentToken } from '../systems/request-headers.ts';

export interface ServerWords {
  /** OAuth error code (RFC 6750 section 3.1), where it is one. */
  readonly oauthError?: string;
  readonly description?: string;
  /** That the call wants, from the challenge (RFC 6750 section 3.1). */
  readonly scope?: string;
}

const maxLength = 200;

/** Names of the members in which the systems' APIs say what is wrong, the most telling first. */
const members = ['error_description', 'message', 'detail', 'title', 'error'] as const;

/** An OAuth error code, and no sentence. */
const plainName = /^[a-z_]{1,40}$/;

export function serverWords(answer: HttpAnswer, { accessToken, apiSecret }: SentToken): ServerWords {
  const body = readMembers(answer.body);
  const quotesSecret = secretDetector([accessToken, ...(apiSecret === undefined ? [] : [apiSecret])]);
  const oauth = readOAuthError(answer, body);
  const text = oauth?.description ?? textOf(body);
  const clean = (words: string | undefined) =>
    words === undefined ? undefined : scrub(words, quotesSecret, maxLength);
  const description = clean(text);
  const scope = clean(wantedScope(answer.headers));
  return {
    ...(oauth !== undefined && plainName.test(oauth.error) && clean(oauth.error) === oauth.error
      ? { oauthError: oauth.error }
      : {}),
    ...(description === undefined ? {} : { description }),
    ...(scope === undefined || !isScope(scope) ? {} : { scope }),
  };
}

function wantedScope(headers: Headers): string | undefined {
  return /\bscope="([^"]*)"/.exec(headers.get('www-authenticate') ?? '')?.[1];
}

function textOf(body: Members | undefined): string | undefined {
  if (body === undefined) return undefined;
  const own = members.map((name) => body[name]).find(isText);
  return own ?? firstText(body['messages']) ?? firstText(body['errors']);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !plainName.test(value);
}

/** Of a list of messages in several languages, or of several errors. */
function firstText(list: unknown): string | undefined {
  const [first] = Array.isArray(list) ? (list as readonly unknown[]) : [];
  if (typeof first === 'string') return first;
  const { text, message } = (first ?? {}) as { text?: unknown; message?: unknown };
  return typeof text === 'string' ? text : typeof message === 'string' ? message : undefined;
}
