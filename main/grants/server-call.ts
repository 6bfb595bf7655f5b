/** How the OAuth library's requests leave, and what of the answers it gets to see: alike for every endpoint of a server. */
import type { AuthorizationServer, Client, ClientAuth, CustomFetchOptions } from 'oauth4webapi';
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { Http, HttpAnswer } from '../http/http.ts';
import { clientAuthentication } from './client-authentication.ts';
import { secretsSent } from './secrets-sent.ts';
import type { TokenClient } from './token-client.ts';
import { scrubbedFailure, type AnswerContext } from './token-error.ts';
import { toHttpRequest } from './token-request.ts';

type OAuthLibrary = typeof import('oauth4webapi');

/** One request that the library is to make. */
export interface ServerCall<Result> {
  readonly endpoint: URL;
  /** The member of the server's metadata (RFC 8414 section 2) that the library takes the endpoint from. */
  readonly member: 'token_endpoint' | 'device_authorization_endpoint' | 'revocation_endpoint';
  /** What a good answer holds, for the text of a failure; default an access token. */
  readonly wanted?: string;
  /** Makes an answer tidy for the library, or throws what it means. */
  readonly read: (answer: HttpAnswer, context: AnswerContext) => object | Promise<object>;
  /** Builds the request and validates what `read` made of the answer. */
  readonly run: (oauth: OAuthLibrary, parts: LibraryParts) => Promise<Result>;
}

/** The library's first arguments, and its options. */
interface LibraryParts {
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly authentication: ClientAuth;
  readonly options: Record<symbol, unknown>;
}

/**
 * Makes one request. Rejects with what `read` threw, `network.*` or `internal.cancelled`; without sending anything with
 * `auth.secret_missing` or `config.secrets_invalid`. No error of the library gets out: they carry tokens.
 */
export async function callServer<Result>(http: Http, client: TokenClient, call: ServerCall<Result>): Promise<Result> {
  const { endpoint } = call;
  const authentication = clientAuthentication(client);
  const oauth = await import('oauth4webapi');
  const send = async (url: string, request: CustomFetchOptions<'POST', URLSearchParams>) => {
    const context = contextOf(client, call, request.body);
    const answer = await http
      .send(toHttpRequest(url, request.headers, request.body, client))
      .catch((thrown: unknown) => {
        throw scrubbedFailure(thrown, context);
      });
    return Response.json(await call.read(answer, context));
  };
  try {
    return await call.run(oauth, {
      server: { issuer: client.issuer ?? endpoint.origin, [call.member]: endpoint.href },
      client: { client_id: client.clientId },
      authentication,
      options: { [oauth.allowInsecureRequests]: endpoint.protocol === 'http:', [oauth.customFetch]: send },
    });
  } catch (thrown) {
    throw thrown instanceof oauth.OperationProcessingError
      ? notConforming(thrown, endpoint.host)
      : asTokentrayError(thrown);
  }
}

function contextOf(client: TokenClient, call: ServerCall<unknown>, parameters: URLSearchParams): AnswerContext {
  return {
    host: call.endpoint.host,
    secrets: secretsSent(client, parameters),
    ...(call.wanted === undefined ? {} : { wanted: call.wanted }),
  };
}

/** The library's error carries the answer, token included: only its code is kept. */
function notConforming(error: { readonly code?: string }, host: string): TokentrayError {
  const detail = error.code ?? 'an answer that is not conforming';
  return new TokentrayError('network.bad_answer', { data: { host, detail } });
}
