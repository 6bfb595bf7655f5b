/** What the window knows, and how each message from the main process changes it. Unchanged parts keep their identity. */
import type { AppHeader, AppState, Failure, ProfilesChange, ProfileView } from '../../preload/views.ts';
import { byName } from '../words/profile-order.ts';

export interface WindowState {
  /** `failed`: main did not answer the first question; `failure` says why. */
  readonly phase: 'loading' | 'failed' | 'ready';
  readonly failure: Failure | null;
  /** Null while loading. */
  readonly header: AppHeader | null;
  readonly profiles: ReadonlyMap<string, ProfileView>;
  /** Ids of all profiles in the order of the list. */
  readonly order: readonly string[];
}

export const emptyState: WindowState = {
  phase: 'loading',
  failure: null,
  header: null,
  profiles: new Map(),
  order: [],
};

export function loaded({ profiles, ...header }: AppState): WindowState {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return { phase: 'ready', failure: null, header, profiles: byId, order: orderOf(byId) };
}

export function loadFailed(state: WindowState, failure: Failure): WindowState {
  return { ...state, phase: 'failed', failure };
}

export function headerChanged(state: WindowState, header: AppHeader): WindowState {
  return { ...state, header };
}

export function profilesChanged(state: WindowState, { changed, removedIds }: ProfilesChange): WindowState {
  if (changed.length === 0 && removedIds.length === 0) return state;
  const profiles = new Map(state.profiles);
  for (const id of removedIds) profiles.delete(id);
  for (const profile of changed) profiles.set(profile.id, profile);
  const isSameOrder = removedIds.length === 0 && changed.every(({ id, name }) => state.profiles.get(id)?.name === name);
  return { ...state, profiles, order: isSameOrder ? state.order : orderOf(profiles) };
}

function orderOf(profiles: ReadonlyMap<string, ProfileView>): readonly string[] {
  return [...profiles.values()].toSorted(byName).map(({ id }) => id);
}
