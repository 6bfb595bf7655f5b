/** The host on which people sign in to a demo tenant of ISC: authorization, the user interface, no API and no tokens. */
import { randomBytes } from 'node:crypto';
import { readAuthorizationRequest, redirectBack, type AuthorizationRules } from '../oauth/authorization-request.ts';
import type { Codes } from '../oauth/codes.ts';
import type { SignInFlow } from '../oauth/sign-in-flow.ts';
import { messagePage, signInPath } from '../oauth/sign-in-pages.ts';
import { json, page, seeOther, wrongMethod, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { mayUse, type DemoClient } from './clients.ts';

export interface LoginHostPorts {
  readonly clients: ReadonlyMap<string, DemoClient>;
  readonly codes: Codes;
  readonly flow: SignInFlow;
  /** Origin of the API gateway, which a signed-in browser is told at `/ui/session`. */
  apiOrigin(): string;
}

const cookieName = 'demo-isc-session';

export function createLoginHost(ports: LoginHostPorts): (request: ReceivedRequest) => Promise<DemoAnswer> {
  const signedIn = new Set<string>();

  /** Remembers the browser, for `/ui/session` alone: each sign-in asks anew who it is. */
  function remember(answer: DemoAnswer): DemoAnswer {
    const id = randomBytes(16).toString('base64url');
    signedIn.add(id);
    const cookie = `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Lax`;
    return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
  }

  function session(request: ReceivedRequest): DemoAnswer {
    if (signedIn.has(cookieOf(request))) return json(200, { baseUrl: ports.apiOrigin(), strongAuth: false });
    return ports.flow.begin({
      allow: () => remember(seeOther('/ui/session')),
      deny: () => messagePage(403, 'Not signed in', 'You can close this tab.'),
    });
  }

  function authorize(request: ReceivedRequest): DemoAnswer {
    const read = readAuthorizationRequest(request.url.searchParams, rulesFor(ports.clients));
    if ('refusal' in read) return read.refusal;
    const { clientId, redirectUri, codeChallenge } = read;
    return ports.flow.begin({
      clientName: ports.clients.get(clientId)?.name ?? clientId,
      leadsTo: redirectUri,
      allow(userName) {
        const binding = { redirectUri, ...(codeChallenge === undefined ? {} : { codeChallenge }) };
        const code = ports.codes.issue({ clientId, userName, scope: '' }, binding);
        return remember(redirectBack(read, { code }));
      },
      deny: () => redirectBack(read, { error: 'access_denied', error_description: 'User denied access' }),
    });
  }

  return async (request) => {
    const { pathname } = request.url;
    if (pathname === signInPath) return ports.flow.answer(request);
    if (pathname !== '/oauth/authorize' && pathname !== '/logout' && !pathname.startsWith('/ui/')) return page(404);
    if (request.method !== 'GET') return wrongMethod('GET');
    if (pathname === '/oauth/authorize') return authorize(request);
    if (pathname === '/ui/session') return session(request);
    if (pathname === '/logout') {
      signedIn.delete(cookieOf(request));
      return messagePage(200, 'You are signed out', 'You can close this tab.');
    }
    return messagePage(200, 'Demo tenant', 'A real tenant keeps its tokens and API clients on this page.');
  };
}

function rulesFor(clients: ReadonlyMap<string, DemoClient>): AuthorizationRules {
  return {
    needsPkce: false,
    redirectUrisOf(clientId) {
      const client = clients.get(clientId);
      return client && (client.redirectUris ?? []);
    },
    isRegistered: (redirectUri, registered) => registered.includes(redirectUri),
    problemOf(clientId) {
      const client = clients.get(clientId);
      if (client !== undefined && client.enabled !== false && mayUse(client, 'AUTHORIZATION_CODE')) return undefined;
      return { error: 'unauthorized_client', description: 'Unauthorized grant type: authorization_code' };
    },
  };
}

function cookieOf(request: ReceivedRequest): string {
  const cookies = String(request.headers['cookie'] ?? '').split(/; */);
  return cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? '';
}
