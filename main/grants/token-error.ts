/** What an answer without a token means: refused, to be tried later, or no answer of a token endpoint at all. */
import { TokentrayError, type ErrorCode } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { describeBody, type Members } from './answer-members.ts';
import { clockOffsetMs } from './clock-offset.ts';
import { readOAuthError, type OAuthError } from './oauth-error.ts';
import { retryAfterMs } from './retry-after.ts';
import { scrub } from './scrub.ts';
import { secretDetector } from './secret-detector.ts';

/** What is known of the request that was answered. */
export interface AnswerContext {
  /** `host` or `host:port` of the token endpoint. */
  readonly host: string;
  /** Every secret, token and code that the request carried: nothing of them may appear in an error. */
  readonly secrets: readonly string[];
  /** What a good answer would have held; default an access token. */
  readonly wanted?: string;
}

/** Longest `error_description` that is kept. */
const maxDescriptionLength = 200;

/** Errors by which a server speaks of itself and not of the client, whatever status they come with. */
const serverSideErrors: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error']);

/** Errors that only ask to come back later (RFC 8628 section 3.5). */
const waitingErrors: ReadonlySet<string> = new Set(['slow_down', 'authorization_pending']);

/**
 * `network.rate_limited`, `network.server_error`, `network.redirected`, `auth.refused` or `network.bad_answer`, with the
 * server's own words scrubbed of secrets and tokens.
 */
export function tokenError(answer: HttpAnswer, members: Members | undefined, context: AnswerContext): TokentrayError {
  const found = readOAuthError(answer, members);
  const oauth = found === undefined ? undefined : scrubbed(found, [...context.secrets, ...tokensOf(members)]);
  const code = errorCode(answer.status, found);
  const waits = code === 'network.rate_limited' || code === 'network.server_error';
  const retryMs = waits ? retryAfterMs(answer) : undefined;
  const offsetMs = clockOffsetMs(answer);
  return new TokentrayError(code, {
    data: {
      host: context.host,
      status: answer.status,
      ...oauth,
      ...(retryMs === undefined ? {} : { retryAfterMs: retryMs }),
      ...(offsetMs === undefined ? {} : { clockOffsetMs: offsetMs }),
      ...(code === 'network.bad_answer' ? { detail: describeBody(answer.body, context.wanted) } : {}),
    },
  });
}

function errorCode(status: number, oauth: OAuthError | undefined): ErrorCode {
  if (status === 429 || (oauth !== undefined && waitingErrors.has(oauth.error))) return 'network.rate_limited';
  if (status === 408 || status >= 500) return 'network.server_error';
  if (oauth !== undefined && serverSideErrors.has(oauth.error)) return 'network.server_error';
  if (status >= 300 && status < 400) return 'network.redirected';
  return status >= 400 || oauth !== undefined ? 'auth.refused' : 'network.bad_answer';
}

/** Whether the server says that it did what it was asked. */
export function isSuccess(answer: HttpAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/**
 * Names that specifications give to errors: RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1, RFC 7009 section
 * 2.2.1, RFC 8628 section 3.5. Whatever the secrets are, these are no quotation, and much depends on them.
 */
const registeredErrors: ReadonlySet<string> = new Set([
  'access_denied',
  'authorization_pending',
  'expired_token',
  'insufficient_scope',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'invalid_token',
  'server_error',
  'slow_down',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'unsupported_token_type',
]);

/** What any other `error` looks like that is a name; some servers put whole sentences there. */
const plainName = /^[A-Za-z][\w.:-]*$/;

function scrubbed(found: OAuthError, secrets: readonly string[]): { oauthError?: string; description?: string } {
  const quotesSecret = secretDetector(secrets);
  const clean = (text: string | undefined) =>
    text === undefined ? undefined : scrub(text, quotesSecret, maxDescriptionLength);
  const description = clean(found.description);
  const isName =
    registeredErrors.has(found.error) || (plainName.test(found.error) && clean(found.error) === found.error);
  return {
    ...(isName ? { oauthError: found.error } : {}),
    ...(description === undefined ? {} : { description }),
  };
}

/** Tokens that came with an error are as secret as those that were sent. */
function tokensOf(members: Members | undefined): string[] {
  const names = ['access_token', 'refresh_token', 'id_token', 'device_code'];
  return names.map((name) => members?.[name]).filter((token) => typeof token === 'string');
}

/**
 * What was thrown in place of an answer, without the place that a server points to where that holds a secret: a host's
 * name may be made of it.
 */
export function scrubbedFailure(thrown: unknown, context: AnswerContext): unknown {
  if (!(thrown instanceof TokentrayError) || thrown.code !== 'network.redirected') return thrown;
  const { detail = '', ...data } = thrown.data;
  return secretDetector(context.secrets)(detail) ? new TokentrayError(thrown.code, { data }) : thrown;
}
