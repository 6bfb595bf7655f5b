/** What an answer without a token means: refused, to be tried later, or no answer of a token endpoint at all. */
import { TokentrayError, type ErrorCode } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { describeBody, type Members } from './answer-members.ts';
import { readOAuthError, type OAuthError } from './oauth-error.ts';
import { retryAfterMs } from './retry-after.ts';
import { scrub } from './scrub.ts';

/** What is known of the request that was answered. */
export interface AnswerContext {
  /** `host` or `host:port` of the token endpoint. */
  readonly host: string;
  /** Every spelling of the request's secrets that must not appear in an error. */
  readonly secretForms: readonly string[];
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
  const oauth = found === undefined ? undefined : scrubbed(found, context);
  const code = errorCode(answer.status, found);
  const waits = code === 'network.rate_limited' || code === 'network.server_error';
  const retryMs = waits ? retryAfterMs(answer) : undefined;
  return new TokentrayError(code, {
    data: {
      host: context.host,
      status: answer.status,
      ...oauth,
      ...(retryMs === undefined ? {} : { retryAfterMs: retryMs }),
      ...(code === 'network.bad_answer' ? { detail: describeBody(answer.body) } : {}),
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

/** Even the `error` is dropped where it holds a secret: some servers put whole sentences there. */
function scrubbed(found: OAuthError, context: AnswerContext): { oauthError?: string; description?: string } {
  const description =
    found.description === undefined ? undefined : scrub(found.description, context.secretForms, maxDescriptionLength);
  return {
    ...(scrub(found.error, context.secretForms) === found.error ? { oauthError: found.error } : {}),
    ...(description === undefined ? {} : { description }),
  };
}
