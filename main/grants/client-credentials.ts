/** The client credentials grant (RFC 6749 section 4.4): a client's id and secret for an access token. */
import type { TokenEndpointResponse } from 'oauth4webapi';
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { Http, HttpAnswer } from '../http/http.ts';
import type { BodyShape, ClientAuthMethod } from '../profiles/profile.ts';
import { clientAuthentication } from './client-authentication.ts';
import { clockOffsetMs } from './clock-offset.ts';
import { normaliseAnswer } from './normalise-answer.ts';
import type { TokenAnswer } from './token-answer.ts';
import { parseTokenEndpoint } from './token-endpoint.ts';
import { scrubbedFailure } from './token-error.ts';
import { toHttpRequest } from './token-request.ts';

export interface ClientCredentialsRequest {
  /** Absolute; `http` for loopback hosts alone. */
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly clientAuth: ClientAuthMethod;
  readonly body: BodyShape;
  /** Space-delimited; none is sent when absent or empty. */
  readonly scope?: string;
  readonly audience?: string;
  /** Sent as well; those that the request itself needs win. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as well; those that the grant itself needs win. */
  readonly params?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Makes one request. Rejects with `auth.refused` or `network.*` as the answer was, `internal.cancelled` when `signal`
 * aborted; without sending anything with `config.profile_invalid`, `config.unsupported` or `auth.secret_missing`.
 */
export async function requestClientCredentials(http: Http, request: ClientCredentialsRequest): Promise<TokenAnswer> {
  const endpoint = parseTokenEndpoint(request.tokenEndpoint);
  const authentication = clientAuthentication(request.clientAuth, request.clientSecret);
  const context = { host: endpoint.host, secrets: request.clientSecret === undefined ? [] : [request.clientSecret] };
  const server = { issuer: endpoint.origin, token_endpoint: request.tokenEndpoint };
  const client = { client_id: request.clientId };
  const answered = Promise.withResolvers<{ answer: HttpAnswer; tokenType: string }>();

  const oauth = await import('oauth4webapi');
  try {
    const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, parameters(request), {
      [oauth.allowInsecureRequests]: endpoint.protocol === 'http:',
      [oauth.customFetch]: async (url, { headers, body }) => {
        const answer = await http.send(toHttpRequest(url, headers, body, request)).catch((thrown: unknown) => {
          throw scrubbedFailure(thrown, context);
        });
        const members = normaliseAnswer(answer, context);
        answered.resolve({ answer, tokenType: members.token_type });
        return Response.json(members);
      },
    });
    const members = await oauth.processClientCredentialsResponse(server, client, response);
    const { answer, tokenType } = await answered.promise;
    return toTokenAnswer(members, tokenType, answer);
  } catch (thrown) {
    throw thrown instanceof oauth.OperationProcessingError
      ? notConforming(thrown, context.host)
      : asTokentrayError(thrown);
  }
}

/** Everything but the grant type and the client's credentials, which are put in last. */
function parameters(request: ClientCredentialsRequest): URLSearchParams {
  const all = new URLSearchParams(request.params);
  if (request.scope !== undefined && request.scope !== '') all.set('scope', request.scope);
  if (request.audience !== undefined && request.audience !== '') all.set('audience', request.audience);
  return all;
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

/** The library's error carries the answer, token included: only its code is kept. */
function notConforming(error: { readonly code?: string }, host: string): TokentrayError {
  const detail = error.code ?? 'an answer that is not conforming';
  return new TokentrayError('network.bad_answer', { data: { host, detail } });
}
