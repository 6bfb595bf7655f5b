/** `POST /oauth2/token` at the identity provider of newer tenants: HTTP Basic, a form, and a scope. */
import { readBasic } from '../oauth/basic.ts';
import { checkNames, readParameters, type Refusal } from '../oauth/parameters.ts';
import { json, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { findClient, type NetFoundryClient } from './clients.ts';

export interface NewerRequest {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly grantType: string;
  readonly scope: string | undefined;
}

export interface NewerPorts {
  readonly clients: ReadonlyMap<string, NetFoundryClient>;
  /** The one scope that there is. */
  readonly scope: string;
  issue(client: NetFoundryClient): Promise<DemoAnswer>;
}

export async function readNewerRequest(request: ReceivedRequest): Promise<NewerRequest | Refusal> {
  const parameters = await readParameters(request, ['form']);
  if ('refusal' in parameters) return parameters;
  const credentials = readBasic(request);
  if (typeof credentials === 'string') return { refusal: refusal(401, 'invalid_client') };
  if (checkNames(parameters, { required: ['grant_type'], optional: ['scope'] }) !== undefined) {
    return { refusal: refusal(400, 'invalid_request') };
  }
  return { ...credentials, grantType: parameters.get('grant_type') ?? '', scope: parameters.get('scope') };
}

export async function answerNewerRequest(request: NewerRequest, ports: NewerPorts): Promise<DemoAnswer> {
  const client = findClient(ports.clients, request.clientId, request.clientSecret);
  if (client === undefined) return refusal(401, 'invalid_client');
  if (request.grantType !== 'client_credentials') return refusal(400, 'unauthorized_client');
  if (request.scope !== undefined && request.scope !== ports.scope) return refusal(400, 'invalid_scope');
  return ports.issue(client);
}

/** This provider describes nothing. */
function refusal(status: number, error: string): DemoAnswer {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic' } : undefined;
  return json(status, { error }, { 'cache-control': 'no-store', ...challenge });
}
