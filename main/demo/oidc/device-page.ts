/** The page on which a person types or confirms the code of a device (RFC 8628 section 3.3). */
import { readParameters } from '../oauth/parameters.ts';
import type { SignInFlow } from '../oauth/sign-in-flow.ts';
import { messagePage } from '../oauth/sign-in-pages.ts';
import { markup, webPage } from '../oauth/web-page.ts';
import type { DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import type { OidcClient } from './clients.ts';
import type { DeviceCodes } from './device-codes.ts';

export interface DevicePagePorts {
  readonly clients: ReadonlyMap<string, OidcClient>;
  readonly deviceCodes: DeviceCodes;
  readonly flow: SignInFlow;
}

/** The code of a complete address is shown and to be confirmed as well (RFC 8628 section 3.3.1). */
export async function answerDevicePage(request: ReceivedRequest, ports: DevicePagePorts): Promise<DemoAnswer> {
  const { pathname, searchParams } = request.url;
  if (request.method === 'GET') return codePage(pathname, searchParams.get('user_code') ?? '');
  const fields = await readParameters(request, ['form']);
  if ('refusal' in fields) return fields.refusal;
  const device = ports.deviceCodes.waiting(fields.get('user_code') ?? '');
  if (device === undefined) return messagePage(400, 'Unknown code', 'Go back, and compare the code with your device.');
  return ports.flow.begin({
    clientName: ports.clients.get(device.clientId)?.name ?? device.clientId,
    consentTo: device.scope,
    allow(userName) {
      device.allow(userName);
      return messagePage(200, 'Your device is signed in', 'Go back to it. You can close this tab.');
    },
    deny() {
      device.deny();
      return messagePage(200, 'Your device was denied', 'You can close this tab.');
    },
  });
}

function codePage(action: string, userCode: string): DemoAnswer {
  return webPage({
    title: 'Sign in on your device',
    content: markup`<p>Compare this code with the one that your device shows.</p>
      <form method="post" action="${action}">
        <label for="user-code">Code</label>
        <input id="user-code" name="user_code" value="${userCode}" autocomplete="off" spellcheck="false" required />
        <button type="submit">Continue</button>
      </form>`,
  });
}
