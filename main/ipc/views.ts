/** What the list and a profile's page show, made from the status: values without a token. */
import type { ProfilesChange, ProfileView } from '../../preload/views.ts';
import type { Profile } from '../profiles/profile.ts';
import { systems } from '../systems/registry.ts';
import type { SignIn } from '../tokens/sign-ins.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import { storedFailure } from './failure.ts';
import { identityView, signInView } from './sign-in-view.ts';

/** `profile`: its definition, which knows the words of its system for what went wrong. */
export function profileView(
  status: ProfileStatus,
  profile: Profile | undefined,
  signIn?: Pick<SignIn, 'id' | 'state'>,
): ProfileView {
  const { identity, note, error, linkedTo, ...shown } = status;
  const shownIdentity = identityView(identity ?? {});
  return {
    ...shown,
    systemLabel: systems[status.system]?.label ?? status.system,
    identity: Object.keys(shownIdentity).length === 0 ? null : shownIdentity,
    note: note ?? null,
    failure: error === null ? null : storedFailure(error, profile),
    linkedTo: linkedTo ?? null,
    signIn: signIn === undefined ? null : signInView(signIn, profile),
  };
}

/** What the window has been told, as JSON by id. */
export type Told = ReadonlyMap<string, string>;

export function toldOf(views: readonly ProfileView[]): Told {
  return new Map(views.map((view) => [view.id, JSON.stringify(view)]));
}

/** The rows that differ from what was told; undefined when none does. */
export function changeSince(told: Told, views: readonly ProfileView[]): ProfilesChange | undefined {
  const present = new Set(views.map(({ id }) => id));
  const changed = views.filter((view) => told.get(view.id) !== JSON.stringify(view));
  const removedIds = [...told.keys()].filter((id) => !present.has(id));
  return changed.length === 0 && removedIds.length === 0 ? undefined : { changed, removedIds };
}
