/** One request to a token endpoint for any grant, and what its answer means. */
import type { TokenEndpointResponse } from 'oauth4webapi';
import type { Http, HttpAnswer } from '../http/http.ts';
import { clockOffsetMs } from './clock-offset.ts';
import { readMembers } from './answer-members.ts';
import { normaliseAnswer, readRefreshToken } from './normalise-answer.ts';
import { parseEndpoint } from './endpoint.ts';
import { requestParameters } from './request-parameters.ts';
import { callServer } from './server-call.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { TokenClient } from './token-client.ts';
import type { AnswerContext } from './token-error.ts';

/** What one grant adds to a token request. */
export interface Grant {
  /** `grant_type`, as its RFC registers it. */
  readonly type: string;
  /** Those that are undefined or empty are not sent. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

/** A good answer, and what the code exchange must know of it beside the token. */
export interface Exchange {
  readonly token: TokenAnswer;
  /** The member `id_token`, whatever it is; undefined where there is none. */
  readonly idToken: unknown;
  readonly answer: HttpAnswer;
  readonly context: AnswerContext;
}

/**
 * Makes one request. A refresh token is handed to `client.keepRefreshToken` before the answer is looked at any further.
 * Rejects with `auth.refused` or `network.*` as the answer was, `internal.cancelled` when `client.signal` aborted;
 * without sending anything with `config.profile_invalid`, `config.secrets_invalid` or `auth.secret_missing`.
 */
export async function exchangeToken(http: Http, client: TokenClient, grant: Grant): Promise<Exchange> {
  const answered = Promise.withResolvers<Omit<Exchange, 'token'> & { readonly tokenType: string }>();
  const members = await callServer(http, client, {
    endpoint: parseEndpoint(client.tokenEndpoint, 'endpoints.token'),
    member: 'token_endpoint',
    read: async (answer, context) => {
      const refreshToken = readRefreshToken(answer);
      if (refreshToken !== undefined) await client.keepRefreshToken?.(refreshToken);
      const tidy = normaliseAnswer(answer, context);
      answered.resolve({
        answer,
        context,
        idToken: readMembers(answer.body)?.['id_token'],
        tokenType: tidy.token_type,
      });
      return tidy;
    },
    run: async (oauth, { server, client: self, authentication, options }) => {
      // The grant type and the client's credentials are put in last.
      const parameters = requestParameters(client.params, grant.parameters);
      const response = await oauth.genericTokenEndpointRequest(
        server,
        self,
        authentication,
        grant.type,
        parameters,
        options,
      );
      return oauth.processGenericTokenEndpointResponse(server, self, response);
    },
  });
  const { tokenType, ...rest } = await answered.promise;
  return { ...rest, token: toTokenAnswer(members, tokenType, rest.answer) };
}

function toTokenAnswer(members: TokenEndpointResponse, tokenType: string, answer: HttpAnswer): TokenAnswer {
  const offsetMs = clockOffsetMs(answer);
  return {
    accessToken: members.access_token,
    tokenType,
    ...(members.expires_in === undefined ? {} : { expiresInSeconds: members.expires_in }),
    ...(members.scope === undefined ? {} : { scope: members.scope }),
    ...(members.refresh_token === undefined ? {} : { refreshToken: members.refresh_token }),
    ...(offsetMs === undefined ? {} : { clockOffsetMs: offsetMs }),
    sentAtMs: answer.sentAtMs,
    sentAtMonotonicMs: answer.sentAtMonotonicMs,
  };
}
