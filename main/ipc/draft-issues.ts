/** Everything that keeps what is being typed from being saved: the one validation, and what only the stored profiles tell. */
import type { CallInput } from '../../preload/contract.ts';
import type { Issue } from '../errors.ts';
import type { Profile, SecretKind } from '../profiles/profile.ts';
import { parseProfile } from '../profiles/validate.ts';
import { anyByName } from '../storage/maybe-damaged.ts';
import { readProfile, requiredSecrets } from '../systems/validate.ts';
import { linkIssue } from '../tokens/link-check.ts';
import { tokenOrigin } from '../tokens/obtain.ts';
import { typedSecretIssues, typedSecrets } from './draft-secrets.ts';
import type { CallPorts } from './ports.ts';
import { storedSecretKinds } from './profile-detail.ts';

export type Draft = CallInput<'profiles.validate'>;

type DraftPorts = Pick<CallPorts, 'storage'>;

/** Paths are those of the profile file, or `secrets.<kind>`. Empty: it can be saved. Sends nothing. */
export async function draftIssues({ storage }: DraftPorts, draft: Draft): Promise<readonly Issue[]> {
  const secrets = typedSecrets(draft);
  const read = readProfile(draft.draft);
  if ('issues' in read) {
    const besides = await issuesBesides(storage, draft, read.issues);
    return [...read.issues, ...besides, ...typedSecretIssues(secrets, { system: draft.draft['system'] })];
  }
  const { profile } = read;
  return [
    ...nameIssues(storage, draft.id, profile),
    ...linkIssues(storage, draft.id, profile),
    ...typedSecretIssues(secrets, profile),
    ...(await missingSecretIssues(storage, draft, profile)),
  ];
}

/** Members on which it depends what the others have to be. */
const deciding = ['system', 'auth', 'endpoints', 'request'];

/**
 * The checks of a system begin when the shape is right; somebody who fills in a form wants to know everything at once. So
 * they are made of what is left without the wrong members.
 */
async function issuesBesides(
  storage: DraftPorts['storage'],
  draft: Draft,
  found: readonly Issue[],
): Promise<readonly Issue[]> {
  const wrong = new Set(found.map(({ path }) => path.split('.')[0] ?? ''));
  if (deciding.some((member) => wrong.has(member))) return [];
  const left = Object.fromEntries(Object.entries(draft.draft).filter(([member]) => !wrong.has(member)));
  const named = wrong.has('name') ? { ...left, name: 'unnamed' } : left;
  const parsed = parseProfile(named);
  if ('issues' in parsed) return [];
  const read = readProfile(named);
  const others = 'profile' in read ? [] : read.issues.filter(({ path }) => !wrong.has(path.split('.')[0] ?? ''));
  // Where stored secrets may go is known only of a profile that is right.
  const knowsSecrets = draft.id === undefined || 'profile' in read;
  return [...others, ...(knowsSecrets ? await missingSecretIssues(storage, draft, parsed.profile) : [])];
}

function nameIssues({ profiles }: DraftPorts['storage'], id: string | undefined, { name }: Profile): readonly Issue[] {
  const holder = anyByName(profiles, name);
  return holder === undefined || holder.id === id
    ? []
    : [{ path: 'name', message: 'Another profile has this name.', example: `${name}-2` }];
}

function linkIssues({ profiles }: DraftPorts['storage'], id: string | undefined, profile: Profile): readonly Issue[] {
  const issue = linkIssue(profiles, profile, id);
  return issue === undefined ? [] : [issue];
}

/** Typed ones replace what is stored, all together; stored ones count only for the host that they were entered for. */
async function missingSecretIssues(
  storage: DraftPorts['storage'],
  draft: Draft,
  profile: Profile,
): Promise<readonly Issue[]> {
  const typed = typedSecrets(draft);
  const { id } = draft;
  const isNeeded = (kinds: readonly SecretKind[]) => requiredSecrets(profile).filter((kind) => !kinds.includes(kind));
  if (typed !== undefined) return isNeeded(Object.keys(typed) as SecretKind[]).map(needed);
  if (id === undefined) return isNeeded([]).map(needed);
  const boundTo = storage.profiles.secretsOrigin(id);
  if (boundTo !== undefined && boundTo !== tokenOrigin(profile)) {
    return isNeeded([]).map((kind) => rebound(kind, new URL(boundTo).host));
  }
  return isNeeded(await storedSecretKinds(storage, id, profile)).map(needed);
}

function needed(kind: SecretKind): Issue {
  return { path: `secrets.${kind}`, message: 'Is needed to get a token.' };
}

function rebound(kind: SecretKind, host: string): Issue {
  return { path: `secrets.${kind}`, message: `Must be entered again: the stored one may be sent to ${host} alone.` };
}
