import { expect, it } from 'vitest';
import { passphraseHint } from '../../../../renderer/words/passphrase-hint.ts';

it.each<[string, number]>([
  ['', 0],
  ['a', 1],
  ['Tr0ub4d', 1],
  ['Tr0ub4dor', 2],
  ['three odd wor', 3],
  ['correct horse battery', 4],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 1],
  ['abababababababababababab', 1],
])('%j is at level %i', (passphrase, level) => {
  expect(passphraseHint(passphrase).level).toBe(level);
});
