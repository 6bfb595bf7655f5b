/** What a person is told about a stored profile now, as the engine knows it. */
import type { Clock } from '../clock.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { profileStatus } from './status.ts';
import type { ProfileMarks, ProfileStatus } from './status.ts';
import type { Engine } from './tokens.ts';

export function readStatus(
  { engine, clock }: { readonly engine: Pick<Engine, 'standing'>; readonly clock: Clock },
  stored: StoredProfile,
  marks: ProfileMarks,
): ProfileStatus {
  const { facts, session, activity, isRefreshing, plannedAtMs, localFault } = engine.standing(stored);
  return profileStatus({
    stored,
    facts,
    session,
    activity,
    refreshing: isRefreshing,
    nextRefreshAtMs: plannedAtMs,
    marks,
    localFault,
    nowMs: clock.now(),
  });
}
