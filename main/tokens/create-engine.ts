/**
 * Keeps tokens fresh: answers whoever asks, refreshes by one timer, and lets nobody ask a server twice for the same thing.
 *
 * Invariants:
 * - at most one request in flight for a profile's token, across processes (`single-flight.ts`);
 * - one timer for all profiles (`refresh-timer.ts`);
 * - a plan is a pure function of the stored rows, so planning again is always allowed and changes nothing by itself
 *   (`planning.ts`);
 * - a stopped profile sends nothing until its revision changes or somebody forces it (`attempts.ts`).
 */
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { Storage } from '../storage/storage.ts';
import { Asking } from './asking.ts';
import { Attempts } from './attempts.ts';
import { Listeners } from './listeners.ts';
import { isAboutTheVault, LocalFaults } from './local-faults.ts';
import type { ObtainToken } from './obtain.ts';
import { Planning } from './planning.ts';
import { SingleFlight } from './single-flight.ts';
import { TokenAge } from './token-age.ts';
import type { Engine } from './tokens.ts';

export interface EngineOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly obtain: ObtainToken;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

export function createEngine({ clock, storage, obtain, random }: EngineOptions): Engine {
  const changes = new Listeners<[]>();
  const failures = new Listeners<[profile: StoredProfile, error: TokentrayError]>();
  const age = new TokenAge(clock);
  const faults = new LocalFaults(clock, random);
  const firsts = new Set<string>();
  const flight = new SingleFlight({ clock, storage, obtain, random, age, firsts });
  const attempts = new Attempts({
    clock,
    tokens: storage.tokens,
    flight,
    faults,
    started: () => changes.tell(),
    failed: (profile, error) => failures.tell(profile, error),
    ended({ id }) {
      planning.look([id]);
      changes.tell();
    },
  });
  const asking = new Asking({ clock, storage, obtain, age, faults, flight, attempts, firsts });
  const planning = new Planning({
    clock,
    storage,
    age,
    faults,
    isUnderWay: (id) => flight.isUnderWay(id),
    fire(id) {
      // Who is interested hears of the failure by `onFailure`.
      refreshByTimer(id).catch(() => undefined);
    },
    changed: () => changes.tell(),
  });

  function reconcile(): void {
    // Opened by somebody else in this process: the pause before knocking again is over.
    if (storage.vault.isUnlocked()) faults.clearVault();
    planning.reconcile();
  }

  async function refreshByTimer(id: string): Promise<void> {
    await attempts.make(profileOf(id), flight.snapshot(id), false);
  }

  function profileOf(id: string): StoredProfile {
    const profile = storage.profiles.get(id);
    if (profile === undefined) throw new TokentrayError('config.profile_not_found');
    return profile;
  }

  return {
    token: async (id, query = {}) => asking.token(profileOf(id), query),
    storedToken: async (id, query = {}) => asking.storedToken(profileOf(id), query),
    start: () => planning.start(),
    reconcile,
    networkReturned() {
      reconcile();
      planning.retryNetworkFailures();
    },
    plannedAtMs: (id) => planning.plannedAtMs(id),
    facts(id) {
      const facts = storage.tokens.facts(id);
      return facts === undefined ? undefined : age.now(id, facts);
    },
    isRefreshing: (id) => flight.isUnderWay(id),
    localFault(id) {
      const fault = faults.of(id);
      // Somebody else in this process opened the vault since.
      const isOver = fault !== undefined && isAboutTheVault(fault) && storage.vault.isUnlocked();
      return isOver ? undefined : fault;
    },
    onFailure: (listener) => failures.add(listener),
    onChange: (listener) => changes.add(listener),
    async stop() {
      planning.stop();
      await flight.settled();
    },
  };
}
