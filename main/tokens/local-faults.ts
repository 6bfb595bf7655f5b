/** Failures of this machine (keychain, vault, database) per profile: kept in memory, tried again with growing pauses. */
import type { Clock } from '../clock.ts';
import type { TokentrayError } from '../errors.ts';

const firstPauseMs = 5_000;
const maxPauseMs = 15 * 60_000;

/** They say nothing about the tenant, so they are not stored with the profile. */
export class LocalFaults {
  private readonly clock: Clock;
  private readonly random: () => number;
  private readonly faults = new Map<string, { error: TokentrayError; failures: number; notBeforeMs: number }>();

  constructor(clock: Clock, random: () => number) {
    this.clock = clock;
    this.random = random;
  }

  add(profileId: string, error: TokentrayError): void {
    const failures = (this.faults.get(profileId)?.failures ?? 0) + 1;
    const pauseMs = Math.min(firstPauseMs * 2 ** Math.min(failures - 1, 20), maxPauseMs) * (0.9 + this.random() / 10);
    this.faults.set(profileId, { error, failures, notBeforeMs: this.clock.now() + pauseMs });
  }

  of(profileId: string): TokentrayError | undefined {
    return this.faults.get(profileId)?.error;
  }

  /** No automatic try before this instant; 0 when there is no fault. */
  notBeforeMs(profileId: string): number {
    return this.faults.get(profileId)?.notBeforeMs ?? 0;
  }

  clear(profileId: string): void {
    this.faults.delete(profileId);
  }
}
