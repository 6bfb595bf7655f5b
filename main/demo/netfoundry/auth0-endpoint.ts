/** `POST /oauth/token` at the identity provider, as Auth0 answers it: JSON, with an audience. */
import { checkNames, readParameters, type Parameters, type Refusal } from '../oauth/parameters.ts';
import { oauthError, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { findClient, type NetFoundryClient } from './clients.ts';

export interface Auth0Ports {
  readonly clients: ReadonlyMap<string, NetFoundryClient>;
  /** Of the one API that there is, with its slash. */
  readonly audience: string;
  issue(client: NetFoundryClient): Promise<DemoAnswer>;
}

export async function readAuth0Request(request: ReceivedRequest): Promise<Parameters | Refusal> {
  const parameters = await readParameters(request, ['json']);
  if ('refusal' in parameters) return parameters;
  const required = ['grant_type', 'client_id', 'client_secret'];
  return checkNames(parameters, { required, optional: ['audience'] }) ?? parameters;
}

export async function answerAuth0Request(parameters: Parameters, ports: Auth0Ports): Promise<DemoAnswer> {
  const { clients, audience } = ports;
  if (parameters.get('grant_type') !== 'client_credentials') {
    return oauthError(403, 'unauthorized_client', 'Grant type not allowed for the client.');
  }
  const client = findClient(clients, parameters.get('client_id') ?? '', parameters.get('client_secret') ?? '');
  if (client === undefined) return oauthError(401, 'access_denied', 'Unauthorized');
  const asked = parameters.get('audience');
  if (asked === undefined) {
    const description = 'No audience parameter was provided, and no default audience has been configured';
    return oauthError(403, 'access_denied', description);
  }
  if (asked !== audience) return oauthError(403, 'access_denied', `Service not found: ${asked}`);
  return ports.issue(client);
}
