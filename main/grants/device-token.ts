/** One step of waiting for a person who signs in on another device (RFC 8628 sections 3.4 and 3.5). */
import type { Http } from '../http/http.ts';
import { signedInAnswer } from './signed-in-answer.ts';
import type { SignedInAnswer } from './signed-in-answer.ts';
import type { TokenClient } from './token-client.ts';
import { exchangeToken } from './token-exchange.ts';

export interface DeviceGrant {
  readonly deviceCode: string;
}

/**
 * Asks once whether the person has finished. Rejects as `exchangeToken` does; `data.oauthError` tells the person's
 * progress apart: `authorization_pending` and `slow_down` (both `network.rate_limited`), `access_denied` and
 * `expired_token` (both `auth.refused`). With `auth.sign_in_invalid` for an ID token of another client or issuer.
 */
export async function requestDeviceToken(
  http: Http,
  client: TokenClient,
  { deviceCode }: DeviceGrant,
): Promise<SignedInAnswer> {
  const grant = { type: 'urn:ietf:params:oauth:grant-type:device_code', parameters: { device_code: deviceCode } };
  return signedInAnswer(client, await exchangeToken(http, client, grant));
}
