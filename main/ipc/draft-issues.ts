/** Everything that keeps what is being typed from being saved: the one validation, and what only the stored profiles tell. */
import type { CallInput } from '../../preload/contract.ts';
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import { readSigningJwk } from '../grants/signing-key.ts';
import { fieldIssue } from '../profiles/field-issue.ts';
import type { Profile, SecretKind } from '../profiles/profile.ts';
import { parseProfile, parseSecrets } from '../profiles/validate.ts';
import { anyByName } from '../storage/maybe-damaged.ts';
import { readProfile, requiredSecrets } from '../systems/validate.ts';
import { checkSecrets } from '../tokens/check-secrets.ts';
import { linkIssue } from '../tokens/link-check.ts';
import { tokenOrigin } from '../tokens/obtain.ts';
import type { CallPorts } from './ports.ts';
import { storedSecretKinds } from './profile-detail.ts';

export type Draft = CallInput<'profiles.validate'>;

type DraftPorts = Pick<CallPorts, 'storage'>;

/** Paths are those of the profile file, or `secrets.<kind>`. Empty: it can be saved. Sends nothing. */
export async function draftIssues({ storage }: DraftPorts, draft: Draft): Promise<readonly Issue[]> {
  const secrets = typedSecrets(draft);
  const read = readProfile(draft.draft);
  if ('issues' in read) {
    return [...read.issues, ...(await issuesBesides(storage, draft, read.issues)), ...secretShapeIssues(secrets)];
  }
  const { profile } = read;
  return [
    ...nameIssues(storage, draft.id, profile),
    ...linkIssues(storage, draft.id, profile),
    ...(secrets === undefined ? [] : secretIssues(secrets, profile)),
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

/** Undefined when none was typed. */
export function typedSecrets({ secrets }: Draft): Draft['secrets'] {
  return secrets === undefined || Object.keys(secrets).length === 0 ? undefined : secrets;
}

/** What stands where a private key is wanted and is not even JSON: an encrypted file, a part of one. */
function keyTextIssues(secrets: Draft['secrets']): readonly Issue[] {
  const { privateKeyJwk } = secrets ?? {};
  if (typeof privateKeyJwk !== 'string') return [];
  const read = readSigningJwk(privateKeyJwk);
  return 'problem' in read ? [ofSecrets(fieldIssue('privateKeyJwk', read.problem))] : [];
}

function withoutKeyText(secrets: Draft['secrets']): Draft['secrets'] {
  if (typeof secrets?.privateKeyJwk !== 'string') return secrets;
  const { privateKeyJwk: _, ...others } = secrets;
  return others;
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

function secretShapeIssues(secrets: Draft['secrets']): readonly Issue[] {
  const parsed = secrets === undefined ? { issues: [] } : parseSecrets(withoutKeyText(secrets));
  return [...keyTextIssues(secrets), ...('issues' in parsed ? parsed.issues.map(ofSecrets) : [])];
}

function secretIssues(secrets: Draft['secrets'], profile: Profile): readonly Issue[] {
  const found = keyTextIssues(secrets);
  try {
    checkSecrets(withoutKeyText(secrets), profile);
    return found;
  } catch (error) {
    if (!(error instanceof TokentrayError) || error.data.issues === undefined) throw error;
    return [...found, ...error.data.issues.map(ofSecrets)];
  }
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

function ofSecrets(issue: Issue): Issue {
  return { ...issue, path: `secrets.${issue.path}` };
}

function needed(kind: SecretKind): Issue {
  return { path: `secrets.${kind}`, message: 'Is needed to get a token.' };
}

function rebound(kind: SecretKind, host: string): Issue {
  return { path: `secrets.${kind}`, message: `Must be entered again: the stored one may be sent to ${host} alone.` };
}
