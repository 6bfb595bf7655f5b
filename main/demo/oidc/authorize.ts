/** The authorization endpoint of a demo server of OpenID Connect: PKCE always, `iss` in every answer. */
import { readAuthorizationRequest, redirectBack, type AuthorizationRules } from '../oauth/authorization-request.ts';
import type { Codes } from '../oauth/codes.ts';
import type { SignInFlow } from '../oauth/sign-in-flow.ts';
import { wrongMethod, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { grantTypes, mayAskFor, mayUse, type OidcClient } from './clients.ts';
import { isRegistered } from './redirects.ts';

export interface AuthorizePorts {
  readonly clients: ReadonlyMap<string, OidcClient>;
  readonly codes: Codes;
  readonly flow: SignInFlow;
  readonly issuer: string;
}

export function answerAuthorize(request: ReceivedRequest, ports: AuthorizePorts): DemoAnswer {
  if (request.method !== 'GET') return wrongMethod('GET');
  const { clients, issuer } = ports;
  const read = readAuthorizationRequest(request.url.searchParams, rulesFor(clients, issuer));
  if ('refusal' in read) return read.refusal;
  const { clientId, redirectUri, scope, nonce, codeChallenge } = read;
  const client = clients.get(clientId);
  return ports.flow.begin({
    clientName: client?.name ?? clientId,
    leadsTo: redirectUri,
    ...(client?.asksConsent === false ? {} : { consentTo: scope }),
    allow(userName) {
      const session = { clientId, userName, scope, ...(nonce === undefined ? {} : { nonce }) };
      const binding = { redirectUri, ...(codeChallenge === undefined ? {} : { codeChallenge }) };
      return redirectBack(read, { code: ports.codes.issue(session, binding) }, issuer);
    },
    deny: () => redirectBack(read, { error: 'access_denied', error_description: 'The person said no.' }, issuer),
  });
}

function rulesFor(clients: ReadonlyMap<string, OidcClient>, issuer: string): AuthorizationRules {
  return {
    needsPkce: true,
    issuer,
    isRegistered,
    redirectUrisOf(clientId) {
      const client = clients.get(clientId);
      return client && (client.redirectUris ?? []);
    },
    problemOf(clientId, scope) {
      const client = clients.get(clientId);
      if (client === undefined || !mayUse(client, grantTypes.authorizationCode)) {
        return { error: 'unauthorized_client', description: 'The client may not use this grant.' };
      }
      if (mayAskFor(client, scope)) return undefined;
      return { error: 'invalid_scope', description: 'The client does not have this scope.' };
    },
  };
}
