/** The rows of the list, read from the services as they are now. */
import type { ProfileView } from '../../preload/contract.ts';
import type { CallPorts } from './ports.ts';
import { profileView } from './views.ts';

/** Throws `storage.*`. */
export function profileViews({ status, storage }: Pick<CallPorts, 'status' | 'storage'>): readonly ProfileView[] {
  return status().map((row) =>
    // Only a failure needs the definition, whose system has words for it.
    profileView(row, row.error === null ? undefined : storage.profiles.get(row.id)?.profile),
  );
}
