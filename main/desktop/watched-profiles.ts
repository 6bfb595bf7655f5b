/** What tray and notifications need to know of each profile. */
import { fromErrorRecord } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import type { DesktopPorts } from './ports.ts';

export type RefreshMode = NonNullable<NonNullable<Profile['refresh']>['mode']>;

/** A failure in words: one sentence each. */
interface FailureWords {
  readonly what: string;
  readonly next: string;
}

/** Anything thrown in the words of the window. `profile`: the one that it is about. */
export type Describe = (thrown: unknown, profile?: Profile) => FailureWords;

export interface WatchedProfile {
  readonly status: ProfileStatus;
  readonly mode: RefreshMode;
  /** Why the last attempt failed; absent after a success. */
  readonly failure?: FailureWords;
}

export type WatchPorts = Pick<DesktopPorts, 'status'> & {
  readonly storage: { readonly profiles: Pick<DesktopPorts['storage']['profiles'], 'get'> };
};

/** By name. Throws `storage.*`. */
export function watchedProfiles(ports: WatchPorts, describe: Describe): readonly WatchedProfile[] {
  return ports.status().map((status) => {
    const profile = ports.storage.profiles.get(status.id)?.profile;
    const mode = profile?.refresh?.mode ?? 'keep-fresh';
    if (status.error === null) return { status, mode };
    return { status, mode, failure: describe(fromErrorRecord(status.error), profile) };
  });
}

/** What a person calls it. */
export function titleOf({ label, name }: Pick<ProfileStatus, 'label' | 'name'>): string {
  return label ?? name;
}

/** Whether a token can be handed over as it is. */
export function hasToken({ token }: Pick<ProfileStatus, 'token'>): boolean {
  return token === 'valid' || token === 'valid-expiry-unknown';
}
