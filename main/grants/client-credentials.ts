/** The client credentials grant (RFC 6749 section 4.4): a client's own credentials for an access token. */
import type { Http } from '../http/http.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { TokenClient } from './token-client.ts';
import { exchangeToken } from './token-exchange.ts';

export interface ClientCredentialsGrant {
  /** Space-delimited; none is sent when absent or empty. */
  readonly scope?: string;
  readonly audience?: string;
}

/** Makes one request and rejects as `exchangeToken` does. A refresh token is tolerated (RFC 6749 section 4.4.3). */
export async function requestClientCredentials(
  http: Http,
  client: TokenClient,
  { scope, audience }: ClientCredentialsGrant,
): Promise<TokenAnswer> {
  const grant = { type: 'client_credentials', parameters: { scope, audience } };
  return (await exchangeToken(http, client, grant)).token;
}
