/** What an import would create: each profile of a document judged together with what was chosen for it. */
import type { Issue } from '../errors.ts';
import type { Profile, SecretKind } from '../profiles/profile.ts';
import { anyByName } from '../storage/maybe-damaged.ts';
import type { AnyProfile } from '../storage/maybe-damaged.ts';
import type { ProfileStore } from '../storage/storage.ts';
import { acceptedSecrets, requiredSecrets } from '../systems/required-secrets.ts';
import { readProfile } from '../systems/validate.ts';
import { linkIssueAmong } from '../tokens/enrolment-many.ts';
import type { ForeignProfile } from '../tokens/enrolment-many.ts';
import { tokenOrigin } from '../tokens/obtain.ts';
import { chosenDraft, freeName } from './chosen-draft.ts';
import type { ItemChoice } from './chosen-draft.ts';
import type { FoundDocument, FoundProfile, FoundSecrets } from './found.ts';
import { secretIssues } from './found-secret-issues.ts';

export interface PlannedProfile {
  /** In the order of the document. */
  readonly index: number;
  readonly draft: Readonly<Record<string, unknown>>;
  /** Undefined while something is wrong with it. */
  readonly profile: Profile | undefined;
  readonly action: ItemChoice['action'];
  /** What the document calls it. */
  readonly originalName: string;
  /** The stored profile that has its name now. */
  readonly holder: AnyProfile | undefined;
  /** A name that is free, where the one in the document is taken. */
  readonly suggestedName: string | undefined;
  /** Paths of what the document leaves open, or has wrong. */
  readonly openPaths: readonly string[];
  /** What keeps it from being imported; paths are those of the profile file or `secrets.<kind>`. */
  readonly issues: readonly Issue[];
  readonly secrets: FoundSecrets;
  /** Kinds that have to be entered afterwards. */
  readonly missing: readonly SecretKind[];
  readonly boundOrigin: string | undefined;
  readonly notes: readonly string[];
}

/** `choices` by index; what is not chosen is added where its name is free, and skipped where it is taken. */
export function planImport(
  profiles: ProfileStore,
  document: FoundDocument,
  choices: ReadonlyMap<number, ItemChoice>,
): readonly PlannedProfile[] {
  const taken = new Set([
    ...profiles.list().map(({ profile }) => profile.name),
    ...profiles.damaged().map(({ name }) => name),
  ]);
  // A name that another one in the document has is not free either.
  const names = new Set([...taken, ...document.profiles.map(({ draft }) => nameIn(draft))]);
  const renamed = renamesIn(document.profiles, choices);
  const planned = document.profiles.map((found, index) =>
    planOne(profiles, { taken, names }, { found, index, choice: choices.get(index), renamed }),
  );
  const wanted = wantedOf(planned);
  return planned.map((item) => withIssues(item, issuesAmong(profiles, wanted, item)));
}

function withIssues(item: PlannedProfile, more: readonly Issue[]): PlannedProfile {
  return more.length === 0 ? item : { ...item, issues: [...item.issues, ...more] };
}

/** What `enrolMany` is to be given. Call only when nothing that is imported has an issue. */
export function entriesOf(plan: readonly PlannedProfile[]): readonly ForeignProfile[] {
  return plan.flatMap(({ action, profile, secrets, boundOrigin, holder }) => {
    if (action === 'skip' || profile === undefined) return [];
    return {
      profile,
      ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
      ...(boundOrigin === undefined ? {} : { boundOrigin }),
      ...(action === 'replace' && holder !== undefined
        ? { replaces: { id: holder.id, revision: holder.revision } }
        : {}),
    };
  });
}

interface OneParts {
  readonly found: FoundProfile;
  readonly index: number;
  readonly choice: ItemChoice | undefined;
  readonly renamed: ReadonlyMap<string, string>;
}

function planOne(
  profiles: ProfileStore,
  { taken, names }: { readonly taken: ReadonlySet<string>; readonly names: ReadonlySet<string> },
  { found, index, choice, renamed }: OneParts,
): PlannedProfile {
  const draft = chosenDraft(found, choice, renamed);
  const originalName = nameIn(found.draft);
  const holder = anyByName(profiles, nameIn(draft));
  const action = choice?.action ?? (holder === undefined ? 'add' : 'skip');
  const read = readProfile(draft);
  const profile = 'profile' in read ? read.profile : undefined;
  const secrets = profile === undefined ? found.secrets : usefulSecrets(found.secrets, profile);
  return {
    index,
    draft,
    profile,
    action,
    originalName,
    holder,
    suggestedName: taken.has(originalName) ? freeName(originalName, names) : undefined,
    openPaths: openPathsIn(found.draft),
    issues: [
      ...('issues' in read ? read.issues : secretIssues(read.profile, secrets, found.boundOrigin)),
      ...(holder !== undefined && action === 'add' ? [nameTaken] : []),
    ],
    secrets,
    missing:
      profile === undefined
        ? []
        : missingSecrets(profiles, profile, secrets, action === 'replace' ? holder : undefined),
    boundOrigin: found.boundOrigin,
    notes: found.notes,
  };
}

function nameIn({ name }: FoundProfile['draft']): string {
  return typeof name === 'string' ? name : '';
}

function openPathsIn(draft: FoundProfile['draft']): readonly string[] {
  const read = readProfile(draft);
  return 'issues' in read ? read.issues.map(({ path }) => path) : [];
}

const nameTaken: Issue = { path: 'name', message: 'Another profile has this name.' };

/** Profiles that take the token of one with another name now follow it. */
function renamesIn(
  found: readonly FoundProfile[],
  choices: ReadonlyMap<number, ItemChoice>,
): ReadonlyMap<string, string> {
  const renames = found.flatMap(({ draft }, index) => {
    const name = choices.get(index)?.name;
    return name === undefined || typeof draft['name'] !== 'string' ? [] : [[draft['name'], name] as const];
  });
  return new Map(renames);
}

function usefulSecrets(secrets: FoundSecrets, profile: Profile): FoundSecrets {
  const kinds: readonly string[] = acceptedSecrets(profile);
  return Object.fromEntries(Object.entries(secrets).filter(([kind]) => kinds.includes(kind)));
}

/** Those that are stored count for the host that they were entered for. Nothing is unsealed for it. */
function missingSecrets(
  profiles: ProfileStore,
  profile: Profile,
  secrets: FoundSecrets,
  replaced: AnyProfile | undefined,
): readonly SecretKind[] {
  const missing = requiredSecrets(profile).filter((kind) => secrets[kind] === undefined);
  const boundTo = replaced === undefined ? undefined : profiles.secretsOrigin(replaced.id);
  const keepsStored = boundTo !== undefined && Object.keys(secrets).length === 0;
  return keepsStored && boundTo === originOf(profile) ? [] : missing;
}

/** Undefined while nobody knows it. */
function originOf(profile: Profile): string | undefined {
  try {
    return tokenOrigin(profile);
  } catch {
    return undefined;
  }
}

/** Of all that is not skipped: found once, for there may be thousands. */
interface Wanted {
  /** By name: the place of the first that has it. */
  readonly firstOf: ReadonlyMap<unknown, number>;
  readonly among: readonly { readonly profile: Profile }[];
}

function wantedOf(plan: readonly PlannedProfile[]): Wanted {
  const items = plan.filter(({ action }) => action !== 'skip');
  return {
    firstOf: new Map(items.toReversed().map(({ draft, index }) => [draft['name'], index])),
    among: items.flatMap(({ profile }) => (profile === undefined ? [] : [{ profile }])),
  };
}

function issuesAmong(
  profiles: ProfileStore,
  { firstOf, among }: Wanted,
  { index, profile, action, holder }: PlannedProfile,
): readonly Issue[] {
  if (profile === undefined || action === 'skip') return [];
  // The first of them has it.
  const isTwice = (firstOf.get(profile.name) ?? index) < index;
  const link = linkIssueAmong(
    profiles,
    { profile, ...(action === 'replace' && holder !== undefined ? { replaces: holder } : {}) },
    among,
  );
  return [
    ...(isTwice ? [{ path: 'name', message: 'Another profile of this import has this name.' }] : []),
    ...(link === undefined ? [] : [link]),
  ];
}
