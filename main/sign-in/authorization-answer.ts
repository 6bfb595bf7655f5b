/** Reads what the server sent back with the browser: a code that belongs to this attempt, or why there is none. */
import { TokentrayError } from '../errors.ts';
import { scrub } from '../grants/scrub.ts';
import { secretDetector } from '../grants/secret-detector.ts';

/** What the answer is held to. */
export interface ExpectedAnswer {
  readonly state: string;
  /** Undefined: nobody knows it, and then nothing is compared. */
  readonly issuer?: string;
  /** True: the server's metadata promise an `iss` in every answer (RFC 9207 section 3). */
  readonly promisesIss: boolean;
  /** `host` or `host:port` of the authorization endpoint, for failures. */
  readonly host: string;
  /** Besides the state and the code: nothing of them may appear in a failure. */
  readonly secrets: readonly string[];
}

/** Each may stand there once (RFC 6749 section 3.1). */
const single = ['state', 'iss', 'code', 'error', 'error_description'] as const;

/**
 * The code (RFC 6749 section 4.1.2). Throws `auth.sign_in_invalid` for an answer that is not to be believed,
 * `auth.sign_in_denied` and `auth.refused` for the server's own no (section 4.1.2.1).
 */
export function readAuthorizationAnswer(parameters: URLSearchParams, expected: ExpectedAnswer): string {
  const twice = single.find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) throw invalid(`it has "${twice}" twice`);
  if (parameters.get('state') !== expected.state) throw invalid('it is the answer to another sign-in');
  assertIssuer(parameters.get('iss'), expected);
  const code = parameters.get('code') ?? '';
  const error = parameters.get('error');
  if (error !== null) throw refusal(error, parameters.get('error_description') ?? '', code, expected);
  if (code === '') throw invalid('it has neither a code nor an error');
  return code;
}

/** RFC 9207 section 2.4: simple string comparison, and before anything else of the answer is believed. */
function assertIssuer(iss: string | null, { issuer, promisesIss }: ExpectedAnswer): void {
  if (issuer === undefined) return;
  if (iss === null && promisesIss) throw invalid('it lacks the name of the server (iss), which the server promises');
  if (iss !== null && iss !== issuer) throw invalid('it comes from another server (iss) than the one that was asked');
}

function refusal(error: string, description: string, code: string, expected: ExpectedAnswer): TokentrayError {
  const quotesSecret = secretDetector([expected.state, ...expected.secrets, ...(code === '' ? [] : [code])]);
  const words = scrub(description, quotesSecret);
  const isPlain = /^[A-Za-z][\w.:-]{0,99}$/.test(error) && scrub(error, quotesSecret) === error;
  return new TokentrayError(error === 'access_denied' ? 'auth.sign_in_denied' : 'auth.refused', {
    data: {
      host: expected.host,
      ...(isPlain ? { oauthError: error } : {}),
      ...(words === undefined ? {} : { description: words }),
    },
  });
}

function invalid(detail: string): TokentrayError {
  return new TokentrayError('auth.sign_in_invalid', { data: { detail } });
}
