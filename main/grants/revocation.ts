/** Tells a server that a token is no longer wanted (RFC 7009). */
import type { Http } from '../http/http.ts';
import { readMembers } from './answer-members.ts';
import { callServer } from './server-call.ts';
import type { TokenClient } from './token-client.ts';
import { parseEndpoint } from './endpoint.ts';
import { isSuccess, tokenError } from './token-error.ts';

export interface Revocation {
  /** The revocation endpoint; absolute, `http` for loopback hosts alone. */
  readonly endpoint: string;
  readonly token: string;
  /** Where the server is to look first (RFC 7009 section 2.1). */
  readonly hint: 'refresh_token' | 'access_token';
}

/**
 * Makes one request, as a form whatever the token endpoint wants (RFC 7009 section 2.1): a token never stands in a URL. Any 2xx answer is a success: servers answer so for tokens that they do not know as well (RFC 7009
 * section 2.2). Rejects with `auth.refused`, such as `unsupported_token_type`, or `network.*`, such as
 * `network.server_error` with the time to wait; the token may then still work.
 */
export async function revokeToken(
  http: Http,
  client: TokenClient,
  { endpoint, token, hint }: Revocation,
): Promise<void> {
  await callServer(
    http,
    { ...client, body: 'form' },
    {
      endpoint: parseEndpoint(endpoint, 'endpoints.revoke'),
      member: 'revocation_endpoint',
      read: (answer, context) => {
        if (!isSuccess(answer)) throw tokenError(answer, readMembers(answer.body), context);
        return {};
      },
      run: async (oauth, { server, client: self, authentication, options }) => {
        const additionalParameters = { ...client.params, token_type_hint: hint };
        const request = { ...options, additionalParameters };
        await oauth.processRevocationResponse(
          await oauth.revocationRequest(server, self, authentication, token, request),
        );
      },
    },
  );
}
