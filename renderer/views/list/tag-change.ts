/** What a person has chosen about the tags of several profiles, as what is to be added to each and taken from each. */
import type { ProfileView } from '../../../preload/views.ts';
import type { TagChange } from '../../state/many-actions.ts';

export interface TagShare {
  readonly tag: string;
  /** How many of the profiles have it. */
  readonly count: number;
}

/** Of the profiles' own tags, and those that others have: any of them may be given. */
export function tagShares(profiles: readonly ProfileView[], known: Iterable<string>): readonly TagShare[] {
  const counts = new Map([...known].map((tag) => [tag, 0]));
  for (const { tags } of profiles) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, count]) => ({ tag, count })).toSorted((a, b) => a.tag.localeCompare(b.tag));
}

/** `typed`: new tags with commas between them. What was not touched stays with each profile as it is. */
export function tagChange(chosen: ReadonlyMap<string, boolean>, typed: string): TagChange {
  const entries = [...chosen];
  const news = typed
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  const add = [...entries.filter(([, isOn]) => isOn).map(([tag]) => tag), ...news];
  return {
    add: [...new Set(add)],
    remove: entries.filter(([tag, isOn]) => !isOn && !news.includes(tag)).map(([tag]) => tag),
  };
}
