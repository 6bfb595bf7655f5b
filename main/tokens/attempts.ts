/** Attempts to refresh a profile: made where one is allowed, and told to whoever is interested in how they end. */
import type { Clock } from '../clock.ts';
import { asTokentrayError, fromErrorRecord, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { TokenStore } from '../storage/storage.ts';
import type { LocalFaults } from './local-faults.ts';
import { isFromTheFuture } from './refresh-policy.ts';
import { isAboutThisMachine } from './single-flight.ts';
import type { SingleFlight, Snapshot } from './single-flight.ts';

export interface AttemptsOptions {
  readonly clock: Clock;
  readonly tokens: Pick<TokenStore, 'activity'>;
  readonly flight: SingleFlight;
  readonly faults: LocalFaults;
  /** A request is under way. */
  readonly started: () => void;
  readonly failed: (profile: StoredProfile, error: TokentrayError) => void;
  /** However it ended, and also where none was allowed. */
  readonly ended: (profile: StoredProfile) => void;
}

export class Attempts {
  private readonly options: AttemptsOptions;

  constructor(options: AttemptsOptions) {
    this.options = options;
  }

  /** Resolves when a token newer than the snapshot is stored. `force` asks even for a profile that has stopped. */
  async make(profile: StoredProfile, since: Snapshot, force: boolean): Promise<void> {
    const { flight, faults, started, failed, ended } = this.options;
    try {
      this.assertAllowed(profile, force);
      const running = flight.refresh(profile.id, since);
      started();
      await running;
      faults.clear(profile.id);
    } catch (thrown) {
      const error = asTokentrayError(thrown);
      if (isAboutThisMachine(error)) faults.add(profile.id, error);
      failed(profile, error);
      throw error;
    } finally {
      ended(profile);
    }
  }

  /** Throws why the profile has stopped, or why its server was asked to be left alone. */
  assertAllowed({ id }: StoredProfile, force: boolean): void {
    const { clock, tokens } = this.options;
    const activity = tokens.activity(id);
    if (activity?.lastError == null) return;
    if (activity.stopped && !force) throw fromErrorRecord(activity.lastError);
    if (isFromTheFuture(activity, clock.now())) return;
    const waitMs = (activity.notBeforeMs ?? 0) - clock.now();
    if (waitMs > 0) {
      throw new TokentrayError(activity.lastError.code, { data: { ...activity.lastError.data, retryAfterMs: waitMs } });
    }
  }
}
