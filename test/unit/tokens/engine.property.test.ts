import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { ErrorCode } from '../../../main/errors.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';
import type { Outcome } from '../../fixtures/tenant-script.ts';

type Step =
  | { kind: 'advance' | 'sleep' | 'jump'; ms: number }
  | { kind: 'ask'; profile: number; minValidMs: number; force: boolean }
  | { kind: 'answer'; outcome: Outcome }
  | { kind: 'change'; profile: number };

const codes: ErrorCode[] = ['network.refused', 'network.server_error', 'auth.refused', 'network.bad_answer'];
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ lifetimeMs: fc.integer({ min: 40_000, max: 3_600_000 }) }),
  fc.constant({ lifetimeMs: null }),
  fc.constant({ lifetimeMs: 0 }),
  fc.record({ token: fc.constant('same'), lifetimeMs: fc.integer({ min: 40_000, max: 749_000 }) }),
  fc.constantFrom(...codes).map((code) => new TokentrayError(code)),
  fc.nat(600_000).map((retryAfterMs) => new TokentrayError('network.rate_limited', { data: { retryAfterMs } })),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('advance' as const, 'sleep' as const), ms: fc.nat(400_000) }),
  fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: -7_200_000, max: 7_200_000 }) }),
  fc.record({
    kind: fc.constant('ask' as const),
    profile: fc.nat(2),
    minValidMs: fc.nat(120_000),
    force: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('answer' as const), outcome }),
  fc.record({ kind: fc.constant('change' as const), profile: fc.nat(2) }),
);

describe('through any sequence of time, faults, questions and changes', () => {
  it('a profile has one request in flight at most, short tokens are called so, and every failure has a way on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), async (steps) => {
        const clock = new FakeClock();
        const storage = new MemoryStorage(clock);
        const tenant = new TenantScript(clock);
        const engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
        const profiles = await storage.profiles.insert(
          [0, 1, 2].map((number) => ({
            profile: { name: `p${number}`, system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' },
          })),
        );
        engine.start();
        for (const now of steps) {
          if (now.kind === 'advance') await clock.advance(now.ms);
          if (now.kind === 'sleep') clock.sleep(now.ms);
          if (now.kind === 'jump') clock.jumpWall(now.ms);
          if (now.kind === 'answer') tenant.outcomes = [now.outcome];
          if (now.kind === 'change') {
            const stored = storage.profiles.get(profiles[now.profile]?.id ?? '');
            if (stored !== undefined) await storage.profiles.update(stored.id, stored.revision, {});
          }
          if (now.kind === 'ask') {
            const before = tenant.requests.length;
            const asked = engine.token(profiles[now.profile]?.id ?? '', now).then(
              (result) => {
                const short = result.remainingMs !== null && result.remainingMs < now.minValidMs;
                expect(result.belowMinimum).toBe(short || result.remainingMs === 0);
              },
              (error: unknown) => expect(error).toBeInstanceOf(TokentrayError),
            );
            await asked;
            const own = tenant.requests.slice(before).filter(({ profile }) => profile === `p${now.profile}`);
            expect(own.length).toBeLessThanOrEqual(1);
          }
        }
        await clock.advance(0);
        expect(tenant.mostInFlight).toBeLessThanOrEqual(1);
        expect(clock.pendingTimers).toBeLessThanOrEqual(1);
        for (const { id } of profiles) {
          const activity = storage.tokens.activity(id);
          if (activity?.lastError == null) continue;
          const waitMs = (engine.plannedAtMs(id) ?? Infinity) - clock.now();
          expect(activity.stopped || waitMs <= 24 * 3_600_000).toBe(true);
        }
        await engine.stop();
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
