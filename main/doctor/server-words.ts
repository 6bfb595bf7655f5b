/** What an API says about a refusal, scrubbed: APIs quote tokens in their errors. */
import { readMembers } from '../grants/answer-members.ts';
import type { Members } from '../grants/answer-members.ts';
import { readOAuthError } from '../grants/oauth-error.ts';
import { scrub } from '../grants/scrub.ts';
import { secretDetector } from '../grants/secret-detector.ts';
import type { HttpAnswer } from '../http/http.ts';
import type { SentToken } from '../systems/request-headers.ts';

export interface ServerWords {
  /** OAuth error code (RFC 6750 section 3.1), where it is one. */
  readonly oauthError?: string;
  readonly description?: string;
}

const maxLength = 200;

/** Names of the members in which the systems' APIs say what is wrong, the most telling first. */
const members = ['error_description', 'message', 'detail', 'title'] as const;

export function serverWords(answer: HttpAnswer, { accessToken, apiSecret }: SentToken): ServerWords {
  const body = readMembers(answer.body);
  const quotesSecret = secretDetector([accessToken, ...(apiSecret === undefined ? [] : [apiSecret])]);
  const oauth = readOAuthError(answer, body);
  const text = oauth?.description ?? textOf(body);
  const description = text === undefined ? undefined : scrub(text, quotesSecret, maxLength);
  return {
    ...(oauth !== undefined && /^[a-z_]{1,40}$/.test(oauth.error) ? { oauthError: oauth.error } : {}),
    ...(description === undefined ? {} : { description }),
  };
}

function textOf(body: Members | undefined): string | undefined {
  if (body === undefined) return undefined;
  const own = members.map((name) => body[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof own === 'string' ? own : (firstText(body['messages']) ?? firstText(body['errors']));
}

/** Of a list of messages in several languages, or of several errors. */
function firstText(list: unknown): string | undefined {
  const [first] = Array.isArray(list) ? (list as readonly unknown[]) : [];
  if (typeof first === 'string') return first;
  const { text, message } = (first ?? {}) as { text?: unknown; message?: unknown };
  return typeof text === 'string' ? text : typeof message === 'string' ? message : undefined;
}
