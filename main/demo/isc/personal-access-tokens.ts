/** `GET /v3/personal-access-tokens`: when a person's own tokens, or for an administrator everybody's, come to their end. */
import { json, type DemoAnswer } from '../server/answer.ts';
import { badRequest, forbidden } from './api-error.ts';
import type { ApiPorts } from './api.ts';
import { isAdministrator, type DemoClient, type DemoUser } from './clients.ts';

type Ports = Pick<ApiPorts, 'clients' | 'created'>;
type PersonalClient = DemoClient & { readonly user: DemoUser };

/** `owner-id=me` is for everybody; all others need a right of administrators. */
export function listPersonalAccessTokens(user: DemoUser, query: URLSearchParams, ports: Ports): DemoAnswer {
  const ownerId = query.get('owner-id');
  if (ownerId === '') return badRequest('owner-id must not be empty.');
  if (ownerId !== 'me' && !isAdministrator(user)) return forbidden();
  const wanted = ownerId === 'me' ? user.identityId : ownerId;
  const found = [...ports.clients.values()]
    .filter((client): client is PersonalClient => client.user !== undefined)
    .filter((client) => wanted === null || client.user.identityId === wanted);
  return json(
    200,
    found.map((client) => describe(client, ports.created)),
  );
}

function describe(client: PersonalClient, created: string): Readonly<Record<string, unknown>> {
  const { clientId, name, user, tokenLifetimeSeconds, expirationDate } = client;
  return {
    id: clientId,
    name: name ?? `Token of ${user.userName}`,
    scope: ['sp:scopes:all'],
    owner: { type: 'IDENTITY', id: user.identityId, name: user.userName },
    created,
    lastUsed: null,
    managed: false,
    accessTokenValiditySeconds: tokenLifetimeSeconds ?? 43_200,
    expirationDate: expirationDate ?? null,
    userAwareTokenNeverExpires: expirationDate === undefined,
  };
}
