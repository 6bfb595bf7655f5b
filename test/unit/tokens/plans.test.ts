import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Plans } from '../../../main/tokens/plans.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const step = fc.record({ id: fc.constantFrom(...ids), atMs: fc.option(fc.nat(20), { nil: undefined }) });

describe('plans by instant', () => {
  it('always tell the earliest, whatever was planned, moved and taken back before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const plans = new Plans();
        const expected = new Map<string, number>();
        for (const { id, atMs } of steps) {
          if (atMs === undefined) plans.delete(id);
          else plans.set(id, atMs);
          if (atMs === undefined) expected.delete(id);
          else expected.set(id, atMs);
          const earliest = expected.size === 0 ? undefined : Math.min(...expected.values());
          expect(plans.first()?.atMs).toBe(earliest);
        }
        expect(ids.map((id) => plans.atMs(id))).toEqual(ids.map((id) => expected.get(id)));
      }),
    );
  });

  it('come out in order', () => {
    const plans = new Plans();
    for (const [at, id] of ids.entries()) plans.set(id, (at * 5) % 8);
    const order: number[] = [];
    for (let next = plans.first(); next !== undefined; next = plans.first()) {
      order.push(next.atMs);
      plans.delete(next.profileId);
    }
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are gone once cleared', () => {
    const plans = new Plans();
    plans.set('a', 1);
    plans.clear();
    expect([plans.first(), plans.has('a')]).toEqual([undefined, false]);
  });
});
