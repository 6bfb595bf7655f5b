import { describe, expect, it } from 'vitest';
import { claimRows } from '../../../renderer/words/claim-words.ts';

const rowOf = (name: string, value: unknown) => claimRows({ [name]: value })[0];

describe('the claims of a token as rows', () => {
  it('reads instants, which are seconds', () => {
    expect(rowOf('exp', 1_800_000_660)?.atMs).toBe(1_800_000_660_000);
  });

  it.each([['1800000660'], [null], [Number.NaN], [1e300]])('does not guess an instant from %s', (value) => {
    expect(rowOf('exp', value)?.atMs).toBeUndefined();
  });

  it('reads no instant from a number that is none', () => {
    expect(rowOf('auth_level', 1_800_000_000)?.atMs).toBeUndefined();
  });

  it('shows values as the token holds them', () => {
    const values = ['text', ['a', 'b'], true, 42, null, { deep: [1] }, []];
    expect(values.map((value) => rowOf('x', value)?.value)).toEqual([
      'text',
      'a, b',
      'true',
      '42',
      'null',
      '{"deep":[1]}',
      '',
    ]);
  });

  it('puts the times and the user first, and leaves the unknown in the order of the token', () => {
    const payload = { zeta: 1, jti: 'x', alpha: 2, user_name: 'jane', exp: 3 };
    expect(claimRows(payload).map(({ name }) => name)).toEqual(['exp', 'user_name', 'jti', 'zeta', 'alpha']);
  });
});
