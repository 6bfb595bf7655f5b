/** The API credentials that a demo tenant of NetFoundry knows. */
import { isSameText } from '../oauth/same-text.ts';

export interface NetFoundryClient {
  readonly clientId: string;
  /** Made at random by whoever starts the tenant. */
  readonly clientSecret: string;
}

/** Undefined for a client that is not known and for a wrong secret. */
export function findClient(
  clients: ReadonlyMap<string, NetFoundryClient>,
  clientId: string,
  secret: string,
): NetFoundryClient | undefined {
  const client = clients.get(clientId);
  const isRight = isSameText(client?.clientSecret ?? '', secret);
  return isRight ? client : undefined;
}
