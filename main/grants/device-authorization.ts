/** Starts a sign-in on another device (RFC 8628 sections 3.1 and 3.2). */
import type { Http } from '../http/http.ts';
import { normaliseDeviceAnswer } from './device-answer.ts';
import { parseEndpoint } from './endpoint.ts';
import { requestParameters } from './request-parameters.ts';
import { callServer } from './server-call.ts';
import type { TokenClient } from './token-client.ts';

export interface DeviceAuthorizationRequest {
  /** The device authorization endpoint; absolute, `http` for loopback hosts alone. */
  readonly endpoint: string;
  /** Space-delimited; none is sent when absent or empty. */
  readonly scope?: string;
  readonly audience?: string;
}

export interface DeviceAuthorization {
  /** Secret: whoever has it gets the token. */
  readonly deviceCode: string;
  /** What the person types, as the server wrote it: one line of visible characters. */
  readonly userCode: string;
  /** Where the person types it: an `https` URL, or `http` of a loopback host. */
  readonly verificationUri: string;
  /** The same with the code in it (RFC 8628 section 3.3.1); the code is to be shown all the same. */
  readonly verificationUriComplete?: string;
  /** Counted from the answer. */
  readonly expiresInSeconds: number;
  /** Between two of `requestDeviceToken`; 5 where the server said nothing. */
  readonly intervalSeconds: number;
}

/** Where the server names no interval (RFC 8628 section 3.2). */
const defaultIntervalSeconds = 5;

/** Makes one request and rejects as `exchangeToken` does. */
export async function requestDeviceAuthorization(
  http: Http,
  client: TokenClient,
  { endpoint, scope, audience }: DeviceAuthorizationRequest,
): Promise<DeviceAuthorization> {
  return callServer(http, client, {
    endpoint: parseEndpoint(endpoint, 'endpoints.deviceAuthorization'),
    member: 'device_authorization_endpoint',
    wanted: 'a device code',
    read: normaliseDeviceAnswer,
    run: async (oauth, { server, client: self, authentication, options }) => {
      const parameters = requestParameters(client.params, { scope, audience });
      const response = await oauth.deviceAuthorizationRequest(server, self, authentication, parameters, options);
      const members = await oauth.processDeviceAuthorizationResponse(server, self, response);
      const { verification_uri_complete: complete } = members;
      return {
        deviceCode: members.device_code,
        userCode: members.user_code,
        verificationUri: members.verification_uri,
        ...(complete === undefined ? {} : { verificationUriComplete: complete }),
        expiresInSeconds: members.expires_in,
        intervalSeconds: members.interval ?? defaultIntervalSeconds,
      };
    },
  });
}
