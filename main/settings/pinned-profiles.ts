/** Which profiles a person has pinned: ids in the order in which they were, kept as one hidden setting. */
import type { Settings } from './settings.ts';

/** What the setting holds, read anew each time; what is no list of ids counts as none. */
export function pinnedProfiles(settings: Pick<Settings, 'get'>): ReadonlySet<string> {
  return new Set(idsIn(settings.get('pinnedProfiles')));
}

/** Pins a profile, or takes its pin away. Ids that `isKnown` refuses are forgotten with it. Rejects with `storage.*`. */
export async function setPinned(
  settings: Pick<Settings, 'get' | 'set' | 'unset'>,
  { id, isPinned }: { readonly id: string; readonly isPinned: boolean },
  isKnown: (id: string) => boolean,
): Promise<void> {
  const others = [...pinnedProfiles(settings)].filter((pinned) => pinned !== id && isKnown(pinned));
  const ids = isPinned ? [...others, id] : others;
  if (ids.length === 0) await settings.unset('pinnedProfiles');
  else await settings.set('pinnedProfiles', JSON.stringify(ids));
}

function idsIn(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
