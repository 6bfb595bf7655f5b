/** Which rows the quick switcher shows, and which of them is chosen. */
import type { ProfileView } from '../../preload/views.ts';
import type { ProfileSearch } from '../words/profile-search.ts';
import { byUse } from '../words/switcher-order.ts';
import type { SwitcherState } from './switcher-control.ts';

/** Nobody walks further with the arrow keys; typing is quicker. */
const mostRows = 60;

export interface SwitcherRows {
  readonly shown: readonly ProfileView[];
  /** How many more were found. */
  readonly moreCount: number;
  /** -1 where nothing is shown. */
  readonly chosenIndex: number;
}

export function switcherRows(
  search: ProfileSearch,
  profiles: Iterable<ProfileView>,
  { query, chosenId, order }: Pick<SwitcherState, 'query' | 'chosenId' | 'order'>,
): SwitcherRows {
  const found = search.find(query, ordered([...profiles], order));
  const shown = found.slice(0, mostRows);
  const at = shown.findIndex(({ id }) => id === chosenId);
  return { shown, moreCount: found.length - shown.length, chosenIndex: shown.length === 0 ? -1 : Math.max(0, at) };
}

/** Those that came after the order was fixed are at its end. */
function ordered(profiles: readonly ProfileView[], order: readonly string[] | null): readonly ProfileView[] {
  if (order === null) return profiles.toSorted(byUse);
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: ProfileView): number => places.get(id) ?? order.length;
  return profiles.toSorted((one, other) => placeOf(one) - placeOf(other) || byUse(one, other));
}
