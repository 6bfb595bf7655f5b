/** Reads a token request of a service account the one way that PingOne AIC documents. */
import { checkNames, readParameters, refused, type Refusal } from '../oauth/parameters.ts';
import { oauthError } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';

/** The built-in public client of every tenant. */
export const serviceAccountClient = 'service-account';

export const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export interface AicTokenRequest {
  readonly assertion: string;
  readonly scopes: readonly string[];
}

/** A form alone, without client authentication: the client is public. */
export async function readTokenRequest(request: ReceivedRequest): Promise<AicTokenRequest | Refusal> {
  if (request.headers['authorization'] !== undefined) return unknownClient();
  const parameters = await readParameters(request, ['form']);
  if ('refusal' in parameters) return parameters;
  if (!parameters.has('grant_type')) return refused('Grant type is not set');
  if (parameters.get('client_id') !== serviceAccountClient || parameters.has('client_secret')) return unknownClient();
  if (parameters.get('grant_type') !== jwtBearer) {
    return { refusal: oauthError(400, 'unauthorized_client', 'The client is for the JWT bearer grant alone') };
  }
  const problem = checkNames(parameters, {
    required: ['grant_type', 'client_id', 'assertion'],
    optional: ['scope'],
  });
  if (problem !== undefined) return problem;
  const scopes = (parameters.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  return { assertion: parameters.get('assertion') ?? '', scopes };
}

/** Also where another realm than the root is asked: it does not have this client. */
export function unknownClient(): Refusal {
  return { refusal: oauthError(401, 'invalid_client', 'Client authentication failed') };
}
