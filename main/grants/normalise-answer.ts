/** Makes a token endpoint's successful answer tidy before it is validated: real servers are not. */
import { TokentrayError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { accessTokenProblem } from './access-token.ts';
import { readMembers } from './answer-members.ts';
import { readSeconds, readText } from './member-values.ts';
import { isSuccess, tokenError, type AnswerContext } from './token-error.ts';

/** A refresh token of any 2xx answer, whatever else is wrong with that (RFC 6749 section 5.1). */
export function readRefreshToken(answer: HttpAnswer): string | undefined {
  return isSuccess(answer) ? readText(readMembers(answer.body)?.['refresh_token']) : undefined;
}

/** The members of RFC 6749 section 5.1 that Tokentray uses. All others are left behind, an id_token too. */
export interface TokenMembers {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in?: number;
  readonly scope?: string;
  readonly refresh_token?: string;
}

/**
 * Any 2xx answer with an access token is a success; what is unreadable among the optional members is dropped, and a
 * missing `token_type` means Bearer.
 * Throws what `tokenError` makes of all other answers, and `network.bad_answer` for a token that cannot be used.
 */
export function normaliseAnswer(answer: HttpAnswer, context: AnswerContext): TokenMembers {
  const members = readMembers(answer.body);
  const accessToken = members?.['access_token'];
  if (!isSuccess(answer) || typeof accessToken !== 'string' || accessToken === '')
    throw tokenError(answer, members, context);

  const bad = (detail: string) =>
    new TokentrayError('network.bad_answer', { data: { host: context.host, status: answer.status, detail } });
  const problem = accessTokenProblem(accessToken);
  if (problem !== undefined) throw bad(problem);
  const tokenType = readText(members?.['token_type']) ?? 'Bearer';
  if (tokenType.toLowerCase() !== 'bearer') throw bad(`a token of ${typeName(tokenType)} instead of type Bearer`);
  const expiresIn = readSeconds(members?.['expires_in']);
  const scope = readScope(members?.['scope']);
  const refreshToken = readText(members?.['refresh_token']);
  return {
    access_token: accessToken,
    token_type: tokenType,
    ...(expiresIn === undefined ? {} : { expires_in: expiresIn }),
    ...(scope === undefined ? {} : { scope }),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  };
}

/** Only a type that others use is named: what else a server puts there may be the token itself. */
function typeName(tokenType: string): string {
  return /^(dpop|mac|n_a|pop)$/i.test(tokenType) ? `type ${tokenType}` : 'another type';
}

/** Space-delimited, also where the server sent a list. */
function readScope(value: unknown): string | undefined {
  if (!Array.isArray(value)) return readText(value);
  return readText(value.filter((item) => typeof item === 'string').join(' '));
}
