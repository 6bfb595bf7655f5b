/** What a person is told about a stored profile now, as the engine knows it. */
import type { Clock } from '../clock.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { profileStatus } from './status.ts';
import type { ProfileStatus } from './status.ts';
import type { Engine } from './tokens.ts';

export function readStatus(
  { engine, clock }: { readonly engine: Engine; readonly clock: Clock },
  stored: StoredProfile,
  isDefault: boolean,
): ProfileStatus {
  const { id } = stored;
  return profileStatus({
    stored,
    facts: engine.facts(id),
    session: engine.session(id),
    activity: engine.activity(id),
    refreshing: engine.isRefreshing(id),
    nextRefreshAtMs: engine.plannedAtMs(id),
    isDefault,
    localFault: engine.localFault(id),
    nowMs: clock.now(),
  });
}
