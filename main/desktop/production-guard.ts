/**
 * Asks before a token of a production profile is copied. Whoever said yes is not asked about the same profile again for five
 * minutes: work goes in bursts, and a question at every click is one that nobody reads.
 */
import type { Clock } from '../clock.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { isOn } from '../settings/setting-value.ts';
import type { Settings } from '../settings/settings.ts';

/** How long a yes holds for its profile. */
const consentMs = 5 * 60_000;

export interface ProductionGuard {
  asks(stored: Pick<StoredProfile, 'id' | 'profile'>): boolean;
  /** The person said yes, and the token was copied. */
  agreed(id: string): void;
}

/** What was agreed to lives in memory alone: a new start asks again. */
export function createProductionGuard(
  clock: Pick<Clock, 'monotonic'>,
  settings: Pick<Settings, 'get'>,
): ProductionGuard {
  /** By profile id; monotonic ms. */
  const agreedUntilMs = new Map<string, number>();
  return {
    asks({ id, profile }) {
      if (profile.environment !== 'production' || !isOn(settings, 'productionGuard')) return false;
      return (agreedUntilMs.get(id) ?? 0) <= clock.monotonic();
    },
    agreed: (id) => void agreedUntilMs.set(id, clock.monotonic() + consentMs),
  };
}
