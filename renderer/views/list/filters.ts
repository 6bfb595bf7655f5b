/** The filters of the list: what each lets through, and how many profiles each of its values would leave. */
import type { ListView } from '../../../preload/list-view.ts';
import type { ProfileView } from '../../../preload/views.ts';
import { conditionOf, conditionOrder, conditionWords } from '../../words/profile-condition.ts';
import { environmentOrder, environmentWords } from '../../words/environment-words.ts';

export type FilterKey = 'systems' | 'environments' | 'conditions' | 'tags';

export const filterKeys = ['conditions', 'environments', 'systems', 'tags'] as const satisfies readonly FilterKey[];

export interface FilterValue {
  readonly value: string;
  readonly label: string;
  /** How many profiles have it. */
  readonly count: number;
}

type Filters = Pick<ListView, FilterKey>;

/** Any value of a filter will do, and every filter must. */
export function passes(profile: ProfileView, filters: Filters): boolean {
  return filterKeys.every((key) => {
    const wanted: readonly string[] = filters[key];
    return wanted.length === 0 || valuesOf(profile, key).some((value) => wanted.includes(value));
  });
}

/** The values that profiles have, in the order of the menu; and those that are chosen though none has them any more. */
export function filterValues(
  key: FilterKey,
  profiles: Iterable<ProfileView>,
  chosen: readonly string[],
): readonly FilterValue[] {
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]));
  const labels = new Map<string, string>();
  for (const profile of profiles) {
    for (const value of valuesOf(profile, key)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      if (key === 'systems') labels.set(value, profile.systemLabel);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, label: labels.get(value) ?? labelOf(key, value) }))
    .toSorted((a, b) => placeOf(key, a.value) - placeOf(key, b.value) || a.label.localeCompare(b.label));
}

export function withValue(view: ListView, key: FilterKey, value: string, isOn: boolean): ListView {
  const others = (view[key] as readonly string[]).filter((chosen) => chosen !== value);
  return { ...view, [key]: isOn ? [...others, value] : others };
}

export function withoutFilters(view: ListView): ListView {
  return { ...view, systems: [], environments: [], tags: [], conditions: [] };
}

export function hasFilters(view: Filters): boolean {
  return filterKeys.some((key) => view[key].length > 0);
}

function valuesOf(profile: ProfileView, key: FilterKey): readonly string[] {
  if (key === 'tags') return profile.tags;
  if (key === 'systems') return [profile.system];
  return [key === 'environments' ? (profile.environment ?? 'none') : conditionOf(profile)];
}

function labelOf(key: FilterKey, value: string): string {
  const words: Readonly<Record<string, string>> =
    key === 'environments' ? environmentWords : key === 'conditions' ? conditionWords : {};
  return words[value] ?? value;
}

function placeOf(key: FilterKey, value: string): number {
  const order: readonly string[] =
    key === 'environments' ? environmentOrder : key === 'conditions' ? conditionOrder : [];
  return order.indexOf(value);
}
