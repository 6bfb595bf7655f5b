/** The orders of the list; each keeps profiles that are alike in the order of their names. */
import type { ListView } from '../../../preload/list-view.ts';
import type { ProfileView } from '../../../preload/views.ts';

/** `profiles` come by name. */
export function inOrder(profiles: readonly ProfileView[], sort: ListView['sort']): readonly ProfileView[] {
  if (sort === 'expiry') return profiles.toSorted((a, b) => ascending(endOf(a), endOf(b)));
  if (sort === 'used') return profiles.toSorted((a, b) => (b.lastUsedAtMs ?? 0) - (a.lastUsedAtMs ?? 0));
  return profiles;
}

/** What has no end that is known comes last. */
function endOf({ token, expiresAtMs }: ProfileView): number {
  return token === 'none' ? Infinity : (expiresAtMs ?? Infinity);
}

/** Infinity minus Infinity is no number. */
function ascending(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
