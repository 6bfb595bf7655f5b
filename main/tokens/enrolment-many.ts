/** Adding many profiles with their secrets at once: all are right and are stored in one commit, or none is. */
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { anyById } from '../storage/maybe-damaged.ts';
import type { ManyEntry, ManyStored, ProfileStore, Storage } from '../storage/storage.ts';
import { validateProfile } from '../systems/validate.ts';
import { enteredSecrets } from './entered-secrets.ts';
import { linkIssue } from './link-check.ts';
import { changesTheRequest, endsTheSession } from './profile-change.ts';

/** A profile that comes from elsewhere. */
export interface ForeignProfile {
  readonly profile: unknown;
  readonly secrets?: unknown;
  /** The only origin that whoever gave the secrets lets them go to; absent: where the profile sends them. */
  readonly boundOrigin?: string;
  /** Takes the place of that profile, as it was known to the caller; absent: a new one. */
  readonly replaces?: { readonly id: string; readonly revision: number };
}

/**
 * Sends nothing. Rejects with `config.*`, `storage.*`, and `auth.secret_rebind` where a secret would be bound to another origin
 * than the one that it came with.
 */
export async function enrolMany(
  { clock, storage }: { readonly clock: Clock; readonly storage: Pick<Storage, 'profiles'> },
  many: readonly ForeignProfile[],
): Promise<ManyStored> {
  const entries = many.map((foreign) => entryOf(storage.profiles, foreign, clock.now()));
  const issues = entries.flatMap((entry) => linkIssueAmong(storage.profiles, entry, entries) ?? []);
  if (issues.length > 0) throw new TokentrayError('config.profile_invalid', { data: { issues } });
  return storage.profiles.storeMany(entries);
}

function entryOf(profiles: ProfileStore, foreign: ForeignProfile, nowMs: number): ManyEntry {
  const { replaces, boundOrigin } = foreign;
  const profile = validateProfile(foreign.profile);
  const entered = enteredSecrets(profile, foreign.secrets, nowMs);
  const origin = entered.secrets?.origin ?? entered.session?.origin;
  if (boundOrigin !== undefined && origin !== undefined && origin !== boundOrigin) {
    throw new TokentrayError('auth.secret_rebind', {
      data: {
        profile: profile.name,
        host: new URL(origin).host,
        detail: URL.parse(boundOrigin)?.host ?? 'another host',
      },
    });
  }
  if (replaces === undefined) return { profile, ...entered };
  const before = anyById(profiles, replaces.id)?.profile;
  const isOther = changesTheRequest(before, profile) || entered.secrets !== undefined;
  return {
    profile,
    replaces,
    ...(isOther ? { token: null } : {}),
    ...(endsTheSession(before, profile) ? { session: null } : {}),
    ...entered,
  };
}

/** The profile whose token is taken may be one of those that are just being added. */
export function linkIssueAmong(
  profiles: ProfileStore,
  { profile, replaces }: Pick<ManyEntry, 'profile' | 'replaces'>,
  among: readonly Pick<ManyEntry, 'profile'>[],
): Issue | undefined {
  const isSought = ({ profile: { name } }: Pick<ManyEntry, 'profile'>) =>
    name === profile.uses && name !== profile.name;
  const target = profile.auth === 'linked' ? among.find(isSought)?.profile : undefined;
  if (target === undefined) return linkIssue(profiles, profile, replaces?.id);
  return isSource(target)
    ? undefined
    : { path: 'uses', message: `The profile ${target.name} has no token that another one could take.` };
}

function isSource({ auth }: Profile): boolean {
  return auth !== 'linked' && auth !== 'api_key';
}
