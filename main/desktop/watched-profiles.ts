/** What tray and notifications need to know of each profile. */
import { fromErrorRecord } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { hasEnded } from '../tokens/sign-ins.ts';
import type { SignInState } from '../tokens/sign-ins.ts';
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
  /** Wall clock, ms. */
  readonly addedAtMs: number;
  /** Whose session gives it tokens; absent where nobody signs in. */
  readonly session?: Pick<ProfileStatus, 'id' | 'name' | 'label'>;
  /** The sign-in to that session which is under way. */
  readonly signIn?: SignInState;
  /** Why the last attempt failed; absent after a success. */
  readonly failure?: FailureWords;
}

export type WatchPorts = Pick<DesktopPorts, 'status'> & {
  readonly storage: { readonly profiles: Pick<DesktopPorts['storage']['profiles'], 'get'> };
  readonly signIns: Pick<DesktopPorts['signIns'], 'of'>;
};

/** By name. Throws `storage.*`. */
export function watchedProfiles(ports: WatchPorts, describe: Describe): readonly WatchedProfile[] {
  const all = ports.status();
  return all.map((status) => {
    const stored = ports.storage.profiles.get(status.id);
    const profile = stored?.profile;
    const mode = profile?.refresh?.mode ?? 'keep-fresh';
    const failure = status.error === null ? undefined : describe(fromErrorRecord(status.error), profile);
    const session = sessionOf(status, all);
    const signIn = session === undefined ? undefined : underWay(ports, session.id);
    return Object.assign(
      { status, mode, addedAtMs: stored?.createdAtMs ?? 0 },
      session === undefined ? {} : { session },
      signIn === undefined ? {} : { signIn },
      failure === undefined ? {} : { failure },
    );
  });
}

function underWay({ signIns }: Pick<WatchPorts, 'signIns'>, id: string): SignInState | undefined {
  const state = signIns.of(id)?.state();
  return state === undefined || hasEnded(state) ? undefined : state;
}

function sessionOf(status: ProfileStatus, all: readonly ProfileStatus[]): WatchedProfile['session'] {
  const { linkedTo } = status;
  const source = linkedTo === undefined ? status : all.find(({ name }) => name === linkedTo);
  return source?.auth === 'authorization_code' || source?.auth === 'device_code' ? source : undefined;
}

/** Those whose own session needs a person, by name. */
export function dueSignIns(profiles: readonly WatchedProfile[]): readonly string[] {
  return profiles.filter(({ status, session }) => needsSignIn(status) && session?.id === status.id).map(idOf);
}

export function needsSignIn({ activity }: Pick<ProfileStatus, 'activity'>): boolean {
  return activity === 'sign-in-needed';
}

function idOf({ status }: WatchedProfile): string {
  return status.id;
}

/** What a person calls it. */
export function titleOf({ label, name }: Pick<ProfileStatus, 'label' | 'name'>): string {
  return label ?? name;
}

/** Whether a token can be handed over as it is. */
export function hasToken({ token }: Pick<ProfileStatus, 'token'>): boolean {
  return token === 'valid' || token === 'valid-expiry-unknown';
}
