/** The order in which the quick switcher offers profiles. */
import type { ProfileView } from '../../preload/views.ts';
import { byName } from './profile-order.ts';

type Used = Pick<ProfileView, 'name' | 'isPinned' | 'lastUsedAtMs' | 'isDefault'>;

/** Pinned ones first, then the latest, then the default profile and all others by name. */
export function byUse(one: Used, other: Used): number {
  return (
    Number(other.isPinned) - Number(one.isPinned) ||
    (other.lastUsedAtMs ?? 0) - (one.lastUsedAtMs ?? 0) ||
    Number(other.isDefault) - Number(one.isDefault) ||
    byName(one, other)
  );
}
