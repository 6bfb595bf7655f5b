/** Finds out which client asks, and whether it is that one (RFC 6749 section 2.3, RFC 7523 section 3). */
import { readBasic } from '../oauth/basic.ts';
import { refused, type Parameters, type Refusal } from '../oauth/parameters.ts';
import { isSameText } from '../oauth/same-text.ts';
import { oauthError } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { claimsOf, isAssertionOf, type AssertionPorts } from './assertion.ts';
import type { OidcClient } from './clients.ts';

/** What a request says of its client, unchecked. */
export interface ClientClaim {
  readonly clientId: string;
  readonly method: OidcClient['clientAuth'];
  /** The secret or the assertion; empty for public clients. */
  readonly proof: string;
}

export interface AuthenticationPorts extends AssertionPorts {
  readonly clients: ReadonlyMap<string, OidcClient>;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Refuses requests with two proofs (RFC 6749 section 2.3) and those that name no client. */
export function readClient(request: ReceivedRequest, parameters: Parameters): ClientClaim | Refusal {
  const basic = readBasic(request);
  if (basic === 'malformed') return unknownClient(true);
  const named = parameters.get('client_id');
  const secret = parameters.get('client_secret');
  const assertion = parameters.get('client_assertion');
  const claims: ClientClaim[] = [];
  if (basic !== 'none') {
    claims.push({ clientId: basic.clientId, method: 'client_secret_basic', proof: basic.clientSecret });
  }
  if (assertion !== undefined) {
    if (parameters.get('client_assertion_type') !== assertionType) return refused('client_assertion_type is wrong.');
    claims.push({ clientId: claimsOf(assertion)?.iss ?? '', method: 'private_key_jwt', proof: assertion });
  }
  if (secret !== undefined) claims.push({ clientId: named ?? '', method: 'client_secret_post', proof: secret });
  if (claims.length > 1) return refused('A client proves who it is in one way.');
  const [claim = { clientId: named ?? '', method: 'none' as const, proof: '' }] = claims;
  if (claim.clientId === '') return refused('client_id is missing.');
  return named !== undefined && named !== claim.clientId ? refused('client_id is another.') : claim;
}

export async function authenticateClient(
  { clientId, method, proof }: ClientClaim,
  ports: AuthenticationPorts,
): Promise<{ readonly client: OidcClient } | Refusal> {
  const client = ports.clients.get(clientId);
  const isClient = client !== undefined && client.clientAuth === method && (await isProof(client, proof, ports));
  return isClient ? { client } : unknownClient(method === 'client_secret_basic');
}

/** RFC 6749 section 5.2: a challenge where the Authorization header was used. */
function unknownClient(usedHeader: boolean): Refusal {
  const challenge = usedHeader ? { 'www-authenticate': 'Basic realm="demo"' } : undefined;
  return { refusal: oauthError(401, 'invalid_client', 'Client authentication failed.', challenge) };
}

async function isProof(client: OidcClient, proof: string, ports: AuthenticationPorts): Promise<boolean> {
  if (client.clientAuth === 'none') return true;
  if (client.clientAuth === 'private_key_jwt') return isAssertionOf(client, proof, ports);
  return client.clientSecret !== undefined && isSameText(client.clientSecret, proof);
}
