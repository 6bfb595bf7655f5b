import { expect, test } from 'vitest';
import { createEndsMemory } from '../../../main/desktop/announced-ends.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { settle } from '../../fixtures/fake-clock.ts';

const one = { 'id-a': '2027-05-01 14' };

function memory(stored: string | undefined, refusal?: TokentrayError) {
  const settings = {
    get: () => stored,
    set: async (_key: string, text: string) => {
      if (refusal !== undefined) throw refusal;
      stored = text;
    },
  };
  return createEndsMemory(settings);
}

test('what was announced is known after a restart', async () => {
  let stored: string | undefined;
  const settings = { get: () => stored, set: async (_key: string, text: string) => void (stored = text) };
  createEndsMemory(settings).keep(one);
  await settle();
  expect(createEndsMemory(settings).read()).toEqual(one);
});

test('what cannot be stored is known until the end of the process', async () => {
  const ends = memory(undefined, new TokentrayError('storage.database_busy'));
  ends.keep(one);
  await settle();
  expect(ends.read()).toEqual(one);
});

test.each([undefined, 'no JSON', 'null', '[1]', '{"id-a":7}', '{"id-a":"soon"}'])(
  'of %s nothing is known',
  (stored) => {
    expect(memory(stored).read()).toEqual({});
  },
);
