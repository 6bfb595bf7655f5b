/** Everything that a profile's page shows; what can be known only with the vault open is left out while it is locked. */
import type { ProfileDetail } from '../../preload/views.ts';
import { TokentrayError } from '../errors.ts';
import { secretKinds } from '../profiles/profile.ts';
import type { Profile, SecretKind } from '../profiles/profile.ts';
import { snippetKinds } from '../snippets/snippet.ts';
import { snippetLabel } from '../snippets/snippet-names.ts';
import type { TokenRecord } from '../storage/records.ts';
import { accessLists } from '../systems/access-lists.ts';
import { explainClaims } from '../systems/explain-claims.ts';
import { systemOf } from '../systems/registry.ts';
import { requiredSecrets } from '../systems/validate.ts';
import { decodeClaims } from '../tokens/claims.ts';
import { failingProfile } from '../tokens/failing-profile.ts';
import { cloneable } from './cloneable.ts';
import { oauthClientFacts } from './oauth-client-facts.ts';
import type { CallPorts } from './ports.ts';
import { profileView } from './views.ts';

type DetailPorts = Pick<CallPorts, 'storage' | 'engine' | 'signIns' | 'status'>;

/** Rejects with `config.profile_not_found`. */
export async function profileDetail(ports: DetailPorts, id: string): Promise<ProfileDetail> {
  const { storage, engine, signIns, status } = ports;
  const stored = storage.profiles.get(id);
  const shown = status().find((row) => row.id === id);
  if (stored === undefined || shown === undefined) throw new TokentrayError('config.profile_not_found');
  const definition = stored.profile;
  const system = systemOf(definition);
  const endpoints = system.endpoints(definition);
  const facts = engine.facts(id);
  const session = engine.session(id);
  const claims = claimsOf(definition, await orUndefined(engine.tokenRecord(id)));
  return {
    view: profileView(shown, failingProfile(storage.profiles, stored, shown.error), signIns.of(id)),
    definition,
    storedSecrets: await storedSecretKinds(storage, id, definition),
    tokenEndpoint: endpoints.token ?? null,
    apiBase: endpoints.api ?? null,
    claims,
    access: accessLists(definition, claims?.payload, facts?.scope ?? null),
    tokenType: facts?.tokenType ?? null,
    scope: facts?.scope ?? null,
    clockOffsetMs: facts?.clockOffsetMs ?? null,
    copyKinds: snippetKinds.map((kind) => ({ kind, label: snippetLabel(kind) })),
    links: (system.links?.(definition) ?? []).map(({ id, label }) => ({ id, label })),
    session: session === undefined ? null : { obtainedAtMs: session.obtainedAtMs, endsAtMs: session.endsAtMs },
    oauthClient: oauthClientFacts(definition),
    canRevoke: endpoints.revoke !== undefined,
  };
}

/** While the vault is locked, those that the profile needs count as stored when a record is there. */
export async function storedSecretKinds(
  { profiles }: Pick<CallPorts['storage'], 'profiles'>,
  id: string,
  definition: Profile,
): Promise<readonly SecretKind[]> {
  if (profiles.secretsOrigin(id) === undefined) return [];
  const bound = await orUndefined(profiles.secrets(id));
  if (bound === undefined) return requiredSecrets(definition);
  return secretKinds.filter((kind) => bound.values[kind] !== undefined);
}

function claimsOf(definition: Profile, token: TokenRecord | undefined): ProfileDetail['claims'] {
  const claims = token === undefined ? undefined : decodeClaims(token.accessToken);
  if (claims === undefined) return null;
  const payload = cloneable(claims.payload);
  return { header: cloneable(claims.header), payload, known: explainClaims(definition, payload) };
}

/** A locked vault or a damaged record is said elsewhere, and no reason to show nothing at all. */
async function orUndefined<Value>(reading: Promise<Value | undefined>): Promise<Value | undefined> {
  try {
    return await reading;
  } catch {
    return undefined;
  }
}
