/** Failures of this machine (keychain, vault, database): kept in memory, tried again with growing pauses. */
import type { Clock } from '../clock.ts';
import type { TokentrayError } from '../errors.ts';
import { backOffMs } from './refresh-policy.ts';

interface Fault {
  readonly error: TokentrayError;
  readonly failures: number;
  /** On the monotonic clock: a wall clock that is set back must not stretch the pause. */
  readonly retryAtMonotonicMs: number;
}

/** The vault is one for all profiles: its fault is everybody's. */
const vaultKey = '';

/** They say nothing about the tenant, so they are not stored with the profile. */
export class LocalFaults {
  private readonly clock: Clock;
  private readonly random: () => number;
  private readonly faults = new Map<string, Fault>();

  constructor(clock: Clock, random: () => number) {
    this.clock = clock;
    this.random = random;
  }

  /** A failure met before the pause is over, because somebody asked, does not make the pause longer. */
  add(profileId: string, error: TokentrayError): void {
    const key = isAboutTheVault(error) ? vaultKey : profileId;
    const now = this.clock.monotonic();
    const known = this.faults.get(key);
    const aheadOfPlan = known !== undefined && now < known.retryAtMonotonicMs;
    const failures = (known?.failures ?? 0) + (aheadOfPlan ? 0 : 1);
    const retryAtMonotonicMs = aheadOfPlan ? known.retryAtMonotonicMs : now + backOffMs(failures, this.random());
    this.faults.set(key, { error, failures, retryAtMonotonicMs });
  }

  /** Met while no profile was in hand; `error` is about the vault. */
  addToAll(error: TokentrayError): void {
    this.add(vaultKey, error);
  }

  of(profileId: string): TokentrayError | undefined {
    return this.fault(profileId)?.error;
  }

  /** How long no automatic try is to be made, ms; 0 when there is no fault. */
  waitMs(profileId: string): number {
    return Math.max(0, (this.fault(profileId)?.retryAtMonotonicMs ?? 0) - this.clock.monotonic());
  }

  /** The profile's secrets or token were read: this machine does its part again. */
  clear(profileId: string): void {
    this.faults.delete(profileId);
    this.faults.delete(vaultKey);
  }

  /** The vault was opened: nobody has to wait for it any more. */
  clearVault(): void {
    this.faults.delete(vaultKey);
  }

  private fault(profileId: string): Fault | undefined {
    return this.faults.get(profileId) ?? this.faults.get(vaultKey);
  }
}

/** Whether a failure keeps every profile of this machine from being read. */
export function isAboutTheVault({ code }: TokentrayError): boolean {
  return /^storage\.(keychain|passphrase|memory_vault|vault)_/.test(code);
}
