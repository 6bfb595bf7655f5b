/** Which profiles the search finds. */
import type { ProfileView } from '../../preload/views.ts';
import { needsAttention, stateWords } from './state-words.ts';

export interface ProfileFilter {
  readonly query: string;
  /** True keeps only those that need somebody. */
  readonly attentionOnly: boolean;
}

/** Every word of the query stands somewhere in what the row shows; the order of the words and capitals do not matter. */
export function matchesFilter(profile: ProfileView, { query, attentionOnly }: ProfileFilter): boolean {
  if (attentionOnly && !needsAttention(profile)) return false;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = searchText(profile);
  return words.every((word) => text.includes(word));
}

function searchText(profile: ProfileView): string {
  const { name, label, system, systemLabel, environment, identity } = profile;
  return [name, label, system, systemLabel, environment, identity?.user, identity?.org, stateWords(profile).text]
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase();
}
