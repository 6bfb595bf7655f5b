/** The engine against a model of what it promises, through random faults, time, questions, changes and other processes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sleep } from '../../../main/clock.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { ErrorCode } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { maxRetryAfterMs } from '../../../main/grants/retry-after.ts';
import type { ObtainToken } from '../../../main/tokens/obtain.ts';
import { isFromTheFuture } from '../../../main/tokens/refresh-policy.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';
import type { Outcome } from '../../fixtures/tenant-script.ts';

const modes = ['keep-fresh', 'on-use', 'manual'] as const;

/** As in `createHttp`. */
const requestTimeoutMs = 30_000;

/** What the test did, and so what may come of it. */
interface Model {
  /** Answers of the tenant are held back. */
  held: boolean;
  /** By profile: how often a request may have been made because of a person. */
  readonly allowed: number[];
}

const newModel = (): Model => ({ held: false, allowed: modes.map(() => 0) });

class World {
  readonly clock = new FakeClock();
  readonly storage = new MemoryStorage(this.clock);
  readonly tenant = new TenantScript(this.clock);
  /** The agent, and a second process beside it. */
  readonly engines: readonly [Engine, Engine];
  ids: readonly string[] = [];
  readonly asked = new Set<Promise<void>>();
  /** Of these, those that are to be answered by a request in any case, by profile name. */
  readonly forced = new Map<string, number>();
  readonly broken: string[] = [];
  mostInFlight = 0;
  private readonly inFlight = new Map<string, number>();

  constructor() {
    const { clock, storage, obtain } = this;
    const make = () => createEngine({ clock, storage, obtain, random: () => 0.5 });
    this.engines = [make(), make()];
  }

  async open(): Promise<void> {
    const profiles = modes.map((mode): { profile: Profile } => ({
      profile: {
        name: mode,
        system: 'isc',
        auth: 'client_credentials',
        tenant: 'acme',
        clientId: 'id',
        refresh: { mode },
      },
    }));
    this.ids = (await this.storage.profiles.insert(profiles)).map(({ id }) => id);
    this.engines[0].start();
  }

  /** Everything works again, and every server's wish to be left alone is over. */
  async recover(): Promise<void> {
    this.storage.vaultError = undefined;
    this.tenant.outcomes = [{ lifetimeMs: 600_000 }];
    this.tenant.release();
    await this.clock.advance(1_000);
    await Promise.all(this.asked);
    this.clock.sleep(2 * maxRetryAfterMs);
  }

  /** Of what no command may ever break. */
  violations({ allowed }: Model): readonly string[] {
    const { asked, broken, clock, engines, mostInFlight, storage, tenant } = this;
    const found = [...broken];
    if (mostInFlight > 1) found.push('two requests in flight for one profile');
    for (const [at, mode] of modes.entries()) {
      const sent = tenant.requests.filter(({ profile }) => profile === mode).length;
      if (mode !== 'keep-fresh' && sent > (allowed[at] ?? 0)) found.push(`${mode}: a request that nobody wanted`);
      const id = this.ids[at] ?? '';
      const activity = storage.tokens.activity(id);
      if (activity?.lastError == null || asked.size > 0 || engines[0].isRefreshing(id)) continue;
      const waitMs = (engines[0].plannedAtMs(id) ?? Infinity) - clock.now();
      // A person is told, or the timer goes on; the other modes go on when somebody asks.
      const goesOn = activity.stopped || mode !== 'keep-fresh' || waitMs <= maxRetryAfterMs;
      if (!goesOn) found.push(`${mode}: a failure without a way on`);
    }
    return found;
  }

  /** A profile that has stopped sends what somebody forces, and nothing is sent before the server wants it. */
  private expectAllowed({ name }: Profile): void {
    const activity = this.storage.tokens.activity(this.ids[modes.indexOf(name as (typeof modes)[number])] ?? '');
    if (activity?.lastError == null) return;
    if (activity.stopped && (this.forced.get(name) ?? 0) === 0)
      this.broken.push(`${name}: a request though it has stopped`);
    const now = this.clock.now();
    const isEarly = activity.notBeforeMs !== null && now < activity.notBeforeMs && !isFromTheFuture(activity, now);
    if (isEarly) this.broken.push(`${name}: a request before the server wants one`);
  }

  /** No request takes longer than the total time-out of the real http. */
  private readonly obtain: ObtainToken = async (profile, ...rest) => {
    this.expectAllowed(profile);
    const count = (by: number) => {
      const now = (this.inFlight.get(profile.name) ?? 0) + by;
      this.inFlight.set(profile.name, now);
      this.mostInFlight = Math.max(this.mostInFlight, now);
    };
    const answered = new AbortController();
    const timedOut = sleep(this.clock, requestTimeoutMs, answered.signal).then(() => {
      throw new TokentrayError('network.timeout');
    });
    timedOut.catch(() => undefined);
    const answer = this.tenant.obtain(profile, ...rest);
    answer.catch(() => undefined);
    count(1);
    try {
      return await Promise.race([answer, timedOut]);
    } finally {
      count(-1);
      answered.abort();
    }
  };
}

type Command = fc.AsyncCommand<Model, World>;

/** A command from a name and what it does, after which everything must be right. */
function command(name: string, does: (model: Model, world: World) => Promise<void> | void): Command {
  return {
    check: () => true,
    toString: () => name,
    async run(model, world) {
      await does(model, world);
      await settle();
      const found = world.violations(model);
      if (found.length > 0) throw new Error(found.join('; '));
    },
  };
}

const codes: readonly ErrorCode[] = [
  'network.dns',
  'network.refused',
  'network.reset',
  'network.timeout',
  'network.tls_untrusted',
  'network.proxy_auth_required',
  'network.server_error',
  'network.bad_answer',
  'network.too_large',
  'auth.refused',
];
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.integer({ min: 1_000, max: 3_600_000 }).map((lifetimeMs) => ({ lifetimeMs })),
  // They may end before they arrive.
  fc.integer({ min: 1, max: 30_000 }).map((lifetimeMs) => ({ lifetimeMs })),
  fc.constantFrom<Outcome>({ lifetimeMs: null }, { lifetimeMs: 0 }, { token: 'same', lifetimeMs: 600_000 }),
  fc.constantFrom(...codes).map((code) => new TokentrayError(code)),
  fc.constant(new TokentrayError('auth.refused')),
  fc.nat(600_000).map((retryAfterMs) => new TokentrayError('network.rate_limited', { data: { retryAfterMs } })),
);

function allow(allowed: number[], profile: number): void {
  allowed[profile] = (allowed[profile] ?? 0) + 1;
}

/** An answer that was slept through may bring a token that has ended: the server is asked again. */
function allowAfterSleep({ allowed, held }: Model): void {
  if (held) for (const profile of modes.keys()) allow(allowed, profile);
}

/** Asks one of the two processes; what comes is judged when it comes. */
function ask(world: World, at: number, query: { profile: number; minValidMs: number; force: boolean }): void {
  const { engines, ids, broken } = world;
  const one = engines[at % 2] ?? engines[0];
  const name = modes[query.profile] ?? '';
  const countForced = (by: number) => {
    if (query.force) world.forced.set(name, (world.forced.get(name) ?? 0) + by);
  };
  countForced(1);
  const asked: Promise<void> = one
    .token(ids[query.profile] ?? '', query)
    .then(
      ({ remainingMs, belowMinimum }) => {
        const isShort = remainingMs !== null && remainingMs < query.minValidMs;
        if (isShort && !belowMinimum) broken.push(`handed ${remainingMs} ms over for ${query.minValidMs} ms`);
        if (remainingMs === 0) broken.push('handed an expired token over');
      },
      (error: unknown) => {
        if (!(error instanceof TokentrayError)) broken.push(`rejected with ${String(error)}`);
      },
    )
    .finally(() => {
      countForced(-1);
      world.asked.delete(asked);
    });
  world.asked.add(asked);
}

const commands = [
  fc.nat(900_000).map((ms) => command(`advance ${ms}`, (_model, { clock }) => clock.advance(ms))),
  fc.nat(40_000_000).map((ms) =>
    command(`sleep ${ms}`, (model, { clock }) => {
      allowAfterSleep(model);
      clock.sleep(ms);
    }),
  ),
  fc.nat(60_000).map((ms) => command(`stand still ${ms}`, (_model, { clock }) => clock.standStill(ms))),
  fc.integer({ min: -7_200_000, max: 7_200_000 }).map((ms) =>
    command(`clock set by ${ms}`, (model, { clock }) => {
      allowAfterSleep(model);
      clock.jumpWall(ms);
    }),
  ),
  outcome.map((next) =>
    command(
      `tenant answers ${next instanceof Error ? next.message : JSON.stringify(next)}`,
      (_model, { tenant }) => void (tenant.outcomes = [next]),
    ),
  ),
  fc.constant(
    command('tenant falls silent', (model, { tenant }) => {
      if (!model.held) tenant.hold();
      model.held = true;
    }),
  ),
  fc.constant(
    command('tenant answers what waits', (model, { tenant }) => {
      model.held = false;
      tenant.release();
    }),
  ),
  fc
    .record({ at: fc.nat(1), profile: fc.nat(2), minValidMs: fc.nat(120_000), force: fc.boolean() })
    .map(({ at, ...query }) =>
      command(`ask process ${at} ${JSON.stringify(query)}`, ({ allowed }, world) => {
        if (query.force || modes[query.profile] !== 'manual') allow(allowed, query.profile);
        ask(world, at, query);
      }),
    ),
  fc.nat(2).map((profile) =>
    command(`change profile ${profile}`, async ({ allowed }, { ids, storage }) => {
      // A request that is under way is made anew with what is stored now.
      allow(allowed, profile);
      const stored = storage.profiles.get(ids[profile] ?? '');
      if (stored !== undefined) await storage.profiles.update(stored.id, stored.revision, {});
    }),
  ),
  fc.constant(
    command('keychain is locked', (_model, { storage }) => {
      storage.vaultError = new TokentrayError('storage.keychain_locked');
    }),
  ),
  fc.constant(
    command('keychain is unlocked', (_model, { storage }) => {
      storage.vaultError = undefined;
    }),
  ),
  fc.constant(command('network returns', (_model, { engines }) => engines[0].networkReturned())),
  fc.constant(command('wake', (_model, { engines }) => engines[0].reconcile())),
];

it('keeps what it promises, and ends with a token once everything works again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: 'max' }), async (sequence) => {
      const world = new World();
      await world.open();
      await fc.asyncModelRun(() => ({ model: newModel(), real: world }), sequence);
      await world.recover();
      for (const id of world.ids) {
        world.forced.set(modes[world.ids.indexOf(id)] ?? '', 1);
        const { remainingMs } = await world.engines[0].token(id, { force: true, minValidMs: 0 });
        expect(remainingMs).not.toBe(0);
      }
      expect(world.broken).toEqual([]);
      expect(world.mostInFlight).toBe(1);
      await Promise.all(world.engines.map((engine) => engine.stop()));
      expect(world.clock.pendingTimers).toBe(0);
    }),
    { numRuns: 1_500 },
  );
}, 60_000);
