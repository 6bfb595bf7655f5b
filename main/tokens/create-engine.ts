/**
 * Keeps tokens fresh: answers whoever asks, refreshes by one timer, and lets nobody ask a server twice for the same thing.
 *
 * Invariants:
 * - at most one request in flight for a profile's token, across processes (`single-flight.ts`);
 * - one timer for all profiles (`refresh-timer.ts`), and few refreshes by it at one host at a time (`host-turns.ts`), of
 *   which a person's first choice is the first;
 * - a plan is a pure function of the stored rows, so planning again is always allowed and changes nothing by itself
 *   (`planning.ts`);
 * - a stopped profile sends nothing until its revision changes or somebody forces it (`attempts.ts`).
 */
import type { Clock } from '../clock.ts';
import { toErrorRecord, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { Storage } from '../storage/storage.ts';
import { describeError } from '../systems/explain.ts';
import { Asking } from './asking.ts';
import { createAskServer } from './ask-server.ts';
import { Attempts } from './attempts.ts';
import { HostTurns } from './host-turns.ts';
import { Listeners } from './listeners.ts';
import { isAboutTheVault, LocalFaults } from './local-faults.ts';
import { tokenOrigin } from './obtain.ts';
import type { ObtainToken } from './obtain.ts';
import { defaultPlanSettings } from './plan-settings.ts';
import type { PlanSettings } from './plan-settings.ts';
import { Planning } from './planning.ts';
import { afterStop } from './refresh-policy.ts';
import { Renewals } from './renewals.ts';
import { Rotations } from './rotations.ts';
import { SingleFlight } from './single-flight.ts';
import type { Snapshot } from './single-flight.ts';
import { TokenAge } from './token-age.ts';
import { findTokenSource, tokenSource } from './token-source.ts';
import type { Engine, Standing } from './tokens.ts';

export interface EngineOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly obtain: ObtainToken;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  /** Of profiles that are due at one moment this one is refreshed first; default: none is. */
  readonly firstId?: () => string | undefined;
  /** Read anew after every change of a setting; default: `defaultPlanSettings`. */
  readonly settings?: () => PlanSettings;
}

export function createEngine(options: EngineOptions): Engine {
  const { clock, storage, obtain, random, firstId, settings = () => defaultPlanSettings } = options;
  const changes = new Listeners<[]>();
  const failures = new Listeners<[profile: StoredProfile, error: TokentrayError]>();
  const age = new TokenAge(clock);
  const faults = new LocalFaults(clock, random);
  const firsts = new Set<string>();
  const rotations = new Rotations({ clock, storage });
  const hosts = new HostTurns();
  const inTurn: HostTurns['inTurn'] = (id, send) => hosts.inTurn(id, send);
  const askServer = createAskServer({ storage, obtain, rotations, inTurn });
  const flight = new SingleFlight({
    clock,
    storage,
    askServer,
    random,
    age,
    rotations,
    firsts,
    joined: (id) => hosts.hurry(id),
  });
  const attempts = new Attempts({
    clock,
    tokens: storage.tokens,
    flight,
    faults,
    started: () => changes.tell(),
    failed(profile, error) {
      if (error.code !== 'internal.cancelled') failures.tell(profile, error);
    },
    ended({ id }) {
      planning.look([id]);
      changes.tell();
    },
  });
  const hurry = (id: string): void => hosts.hurry(id);
  const asking = new Asking({ clock, storage, askServer, age, faults, flight, rotations, attempts, firsts, hurry });
  const planning = new Planning({
    clock,
    storage,
    age,
    faults,
    isUnderWay: (id) => flight.isUnderWay(id) || hosts.isWaiting(id),
    fire(id, { isFirst, isHurried }) {
      const since = isHurried ? flight.snapshot(id) : undefined;
      // Who is interested hears of the failure by `onFailure`. What could not even be tried is planned again.
      const refresh = () => refreshByTimer(id, since).catch(() => planning.look([id]));
      hosts.add(id, hostOf(id), refresh, isFirst);
    },
    firstId: firstSourceId,
    settings,
    changed: () => changes.tell(),
  });

  function reconcile(): void {
    // Opened by somebody else in this process: the pause before knocking again is over.
    if (storage.vault.isUnlocked()) faults.clearVault();
    planning.reconcile();
  }

  /** `since`: what was known of a profile when it was hurried, which is not due by its plan. */
  async function refreshByTimer(id: string, since: Snapshot | undefined): Promise<void> {
    // Somebody asked or changed it while it waited for its turn at the host: there is another plan.
    const isWanted = since === undefined ? planning.isDue(id) : !flight.hasMovedOn(id, since);
    if (!isWanted) return planning.look([id]);
    return attempts.make(profileOf(id), since ?? flight.snapshot(id), false);
  }

  /** Whose token the first profile hands out. */
  function firstSourceId(): string | undefined {
    try {
      const id = firstId?.();
      return id === undefined ? undefined : ofSource(id, (source) => source);
    } catch {
      return undefined;
    }
  }

  /** Undefined where it is not known: no request is made then. */
  function hostOf(id: string): string | undefined {
    try {
      return tokenOrigin(profileOf(id).profile);
    } catch {
      return undefined;
    }
  }

  function profileOf(id: string): StoredProfile {
    const profile = storage.profiles.get(id);
    if (profile === undefined) throw new TokentrayError('config.profile_not_found');
    return profile;
  }

  /** A refresh token that could not be stored is lost with this process, and the one before it is used up. */
  function tellLost(id: string, { code, data }: TokentrayError): void {
    const profile = storage.profiles.get(id);
    if (profile === undefined) return;
    const { name } = profile.profile;
    const { what } = describeError({ code, data });
    const lost = new TokentrayError('storage.session_lost', { data: { profile: name, detail: what } });
    storage.history.append(id, { what: 'failed', error: toErrorRecord(lost) });
    failures.tell(profile, lost);
  }

  // What is known of the token of a profile that has one of its own.
  const facts = (id: string) => {
    const stored = storage.tokens.facts(id);
    return stored === undefined ? undefined : age.now(id, stored);
  };
  const session = (id: string) => storage.sessions.facts(id);
  // A lease that is held for what waits to be stored is no request.
  const isRefreshing = (id: string) =>
    flight.isUnderWay(id) || (!rotations.isWaiting(id) && storage.leases.holder(id) !== undefined);
  const plannedAtMs = (id: string) => planning.plannedAtMs(id);
  const localFault = (id: string) => {
    const fault = faults.of(id);
    // Somebody else in this process opened the vault since.
    const isOver = fault !== undefined && isAboutTheVault(fault) && storage.vault.isUnlocked();
    return isOver ? undefined : fault;
  };

  function standing(profile: StoredProfile): Standing {
    const found = findTokenSource(storage.profiles, profile);
    if ('broken' in found) return { activity: afterStop(found.broken, clock.now()), isRefreshing: false };
    const { id } = found.source;
    return {
      facts: facts(id),
      session: session(id),
      activity: storage.tokens.activity(id),
      isRefreshing: isRefreshing(id),
      plannedAtMs: plannedAtMs(id),
      localFault: localFault(id),
    };
  }

  /** Of a linked profile, what is read of the one that it takes its token from; undefined where the link is broken. */
  function ofSource<Value>(id: string, read: (sourceId: string) => Value): Value | undefined {
    const profile = storage.profiles.get(id);
    if (profile === undefined) return read(id);
    const found = findTokenSource(storage.profiles, profile);
    return 'broken' in found ? undefined : read(found.source.id);
  }

  const renewals = new Renewals({
    hosts,
    hostOf,
    ask: (id) => asking.token(profileOf(id), { force: true }),
  });

  return {
    async token(id, query = {}) {
      const profile = profileOf(id);
      return { ...(await asking.token(tokenSource(storage.profiles, profile), query)), profile };
    },
    renew: async (id) => renewals.renew(tokenSource(storage.profiles, profileOf(id)).id),
    async storedToken(id, query = {}) {
      const profile = profileOf(id);
      const stored = await asking.storedToken(tokenSource(storage.profiles, profile), query);
      return stored === undefined ? undefined : { ...stored, profile };
    },
    tokenRecord: async (id) => ofSource(id, (source) => storage.tokens.read(source)),
    hurry,
    start: () => planning.start(),
    reconcile,
    networkReturned() {
      reconcile();
      planning.retryNetworkFailures();
    },
    standing,
    plannedAtMs: (id) => ofSource(id, plannedAtMs),
    facts: (id) => ofSource(id, facts),
    session: (id) => ofSource(id, session),
    isRefreshing: (id) => ofSource(id, isRefreshing) === true,
    localFault: (id) => ofSource(id, localFault),
    vaultStayedLocked(error) {
      if (isAboutTheVault(error)) faults.addToAll(error);
      changes.tell();
    },
    onFailure: (listener) => failures.add(listener),
    onChange: (listener) => changes.add(listener),
    async stop() {
      planning.stop();
      hosts.clear();
      await flight.settled();
      for (const { id, error } of await rotations.close()) tellLost(id, error);
    },
  };
}
