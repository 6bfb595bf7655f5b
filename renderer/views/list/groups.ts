/** The headings of a grouped list, and the profiles under each. */
import type { ListView } from '../../../preload/list-view.ts';
import type { ProfileView } from '../../../preload/views.ts';
import { environmentOrder, environmentWords } from '../../words/environment-words.ts';
import { pinnedHeading } from '../../words/list-words.ts';
import { conditionOf, conditionOrder, conditionWords } from '../../words/profile-condition.ts';

export interface Group {
  readonly key: string;
  readonly label: string;
  readonly members: readonly ProfileView[];
}

type Grouping = Exclude<ListView['group'], 'none'>;

/** Those that are pinned come first, in a group of their own; no group is empty. */
export function groupsOf(
  grouping: Grouping,
  { pinned, others }: { readonly pinned: readonly ProfileView[]; readonly others: readonly ProfileView[] },
): readonly Group[] {
  const first = pinned.length === 0 ? [] : [{ key: 'pinned', label: pinnedHeading, members: pinned }];
  const members = Map.groupBy(others, (profile) => keyOf(profile, grouping));
  const groups = [...members].map(([key, those]) => ({ key, label: labelOf(grouping, key, those), members: those }));
  return [...first, ...groups.toSorted((a, b) => place(grouping, a.key) - place(grouping, b.key) || byLabel(a, b))];
}

function keyOf(profile: ProfileView, grouping: Grouping): string {
  if (grouping === 'system') return profile.system;
  return grouping === 'environment' ? (profile.environment ?? 'none') : conditionOf(profile);
}

function labelOf(grouping: Grouping, key: string, members: readonly ProfileView[]): string {
  if (grouping === 'system') return members[0]?.systemLabel ?? key;
  const words: Readonly<Record<string, string>> = grouping === 'environment' ? environmentWords : conditionWords;
  return words[key] ?? key;
}

/** Systems have no order of their own. */
function place(grouping: Grouping, key: string): number {
  if (grouping === 'system') return 0;
  const order: readonly string[] = grouping === 'environment' ? environmentOrder : conditionOrder;
  return order.indexOf(key);
}

function byLabel(a: Group, b: Group): number {
  return a.label.localeCompare(b.label);
}
