/** `GET /beta/oauth-clients` and `/beta/oauth-clients/{id}`: how an administrator verifies an OAuth client. */
import { json, type DemoAnswer } from '../server/answer.ts';
import { forbidden, notFound } from './api-error.ts';
import type { ApiPorts } from './api.ts';
import { isAdministrator, type DemoClient, type DemoUser } from './clients.ts';

type Ports = Pick<ApiPorts, 'clients' | 'created'>;

/** Personal access tokens are no clients here. */
export function describeClients(user: DemoUser, id: string | undefined, { clients, created }: Ports): DemoAnswer {
  if (!isAdministrator(user)) return forbidden();
  const known = [...clients.values()].filter((client) => client.user === undefined);
  if (id === undefined || id === '')
    return json(
      200,
      known.map((client) => describe(client, created)),
    );
  const client = known.find(({ clientId }) => clientId === decodeURIComponent(id));
  return client === undefined ? notFound() : json(200, describe(client, created));
}

function describe(client: DemoClient, created: string): Readonly<Record<string, unknown>> {
  return {
    enabled: client.enabled ?? true,
    created,
    modified: created,
    lastUsed: null,
    name: client.name ?? client.clientId,
    description: 'A client of this demo tenant.',
    id: client.clientId,
    secret: null,
    type: client.clientSecret === undefined ? 'PUBLIC' : 'CONFIDENTIAL',
    accessType: 'OFFLINE',
    grantTypes: client.grantTypes ?? ['CLIENT_CREDENTIALS'],
    redirectUris: client.redirectUris ?? null,
    internal: false,
    strongAuthSupported: false,
    claimsSupported: false,
    scope: ['sp:scopes:all'],
  };
}
