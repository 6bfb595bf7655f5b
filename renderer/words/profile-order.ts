/** The order of the list: by name, so that no row moves while tokens come and go. */
import type { ProfileView } from '../../preload/views.ts';

const collator = new Intl.Collator('en', { numeric: true });

export function byName(a: Pick<ProfileView, 'name'>, b: Pick<ProfileView, 'name'>): number {
  return collator.compare(a.name, b.name);
}
