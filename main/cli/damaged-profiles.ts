/** Tells of profiles whose definition cannot be read, where a command goes on with the others. */
import { profileDamaged } from '../storage/maybe-damaged.ts';
import type { ProfileStore } from '../storage/storage.ts';
import { failureWords } from './failure.ts';
import type { Output } from './io.ts';
import { paint } from './style.ts';

/** Two lines for each: what is wrong, and what to do. What exactly is wrong tells `tokentray show NAME`. Returns how many there are. */
export function warnOfDamaged(err: Output, profiles: Pick<ProfileStore, 'damaged'>): number {
  const damaged = profiles.damaged();
  for (const profile of damaged) {
    const { what, next } = failureWords(profileDamaged(profile));
    err.write(`${paint(err, 'warning', what)}\n${next}\n`);
  }
  return damaged.length;
}
