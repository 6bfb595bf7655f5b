/** Which profiles a token is likely to be compared with. */
import type { ProfileView } from '../../preload/views.ts';
import { byName } from './profile-order.ts';

/** All others: those of the same system first, and among them those of another environment; then by name. */
export function candidatesFor(profile: ProfileView, all: Iterable<ProfileView>): readonly ProfileView[] {
  const rank = ({ system, environment }: ProfileView): number =>
    (system === profile.system ? 0 : 2) + (environment === profile.environment ? 1 : 0);
  return [...all].filter(({ id }) => id !== profile.id).toSorted((a, b) => rank(a) - rank(b) || byName(a, b));
}
