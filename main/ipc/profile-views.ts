/** The rows of the list, read from the services as they are now. */
import type { ProfileView } from '../../preload/views.ts';
import { failingProfile } from '../tokens/failing-profile.ts';
import type { CallPorts } from './ports.ts';
import { profileView } from './views.ts';

/** Throws `storage.*`. */
export function profileViews({
  status,
  storage,
  signIns,
}: Pick<CallPorts, 'status' | 'storage' | 'signIns'>): readonly ProfileView[] {
  return status().map((row) => {
    const signIn = signIns.of(row.id);
    // Only a failure needs the definition, whose system has words for it.
    const needsWords = row.error !== null || signIn?.state().kind === 'failed';
    const stored = needsWords ? storage.profiles.get(row.id) : undefined;
    return profileView(row, stored && failingProfile(storage.profiles, stored, row.error), signIn);
  });
}
