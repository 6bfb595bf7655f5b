/** The JWT bearer grant (RFC 7523 section 2.1): a signed assertion for an access token. */
import type { Http } from '../http/http.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { TokenClient } from './token-client.ts';
import { exchangeToken } from './token-exchange.ts';

export interface JwtBearerGrant {
  /** A signed JWT, used for this one request. */
  readonly assertion: string;
  /** Space-delimited; none is sent when absent or empty. */
  readonly scope?: string;
}

/** Makes one request and rejects as `exchangeToken` does. */
export async function requestJwtBearer(
  http: Http,
  client: TokenClient,
  { assertion, scope }: JwtBearerGrant,
): Promise<TokenAnswer> {
  const grant = { type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', parameters: { assertion, scope } };
  return (await exchangeToken(http, client, grant)).token;
}
