/** Which profiles the list shows, in which order and under which headings: a pure function of what is known and chosen. */
import type { ListView } from '../../../preload/list-view.ts';
import type { ProfileView } from '../../../preload/views.ts';
import type { WindowState } from '../../state/window-state.ts';
import type { ProfileSearch } from '../../words/profile-search.ts';
import { groupsOf } from './groups.ts';
import type { Group } from './groups.ts';
import { passes } from './filters.ts';
import { inOrder } from './sorting.ts';

export type ListEntry =
  | { readonly kind: 'profile'; readonly id: string }
  | { readonly kind: 'group'; readonly key: string; readonly label: string; readonly count: number };

/** A search has no headings: what fits best comes first. */
export function arrange(
  { order, profiles }: Pick<WindowState, 'order' | 'profiles'>,
  { view, query, search }: { readonly view: ListView; readonly query: string; readonly search: ProfileSearch },
): readonly ListEntry[] {
  const passing = order.flatMap((id) => {
    const profile = profiles.get(id);
    return profile !== undefined && passes(profile, view) ? [profile] : [];
  });
  const sorted = inOrder(passing, view.sort);
  if (query.trim() !== '') return search.find(query, sorted).map(entryOf);
  const pinned = sorted.filter(({ isPinned }) => isPinned);
  const others = sorted.filter(({ isPinned }) => !isPinned);
  if (view.group === 'none') return [...pinned, ...others].map(entryOf);
  return groupsOf(view.group, { pinned, others }).flatMap(withHeading);
}

export function sameEntries(a: readonly ListEntry[], b: readonly ListEntry[]): boolean {
  return a.length === b.length && a.every((entry, index) => isSame(entry, b[index]));
}

function isSame(a: ListEntry, b: ListEntry | undefined): boolean {
  if (a.kind === 'profile') return b?.kind === 'profile' && a.id === b.id;
  return b?.kind === 'group' && a.key === b.key && a.label === b.label && a.count === b.count;
}

function withHeading({ key, label, members }: Group): readonly ListEntry[] {
  return [{ kind: 'group', key, label, count: members.length }, ...members.map(entryOf)];
}

function entryOf({ id }: ProfileView): ListEntry {
  return { kind: 'profile', id };
}
