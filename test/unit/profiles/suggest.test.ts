import { describe, expect, it } from 'vitest';
import { closestName } from '../../../main/profiles/suggest.ts';

const names = ['acme-prod', 'acme-sb', 'zenith'];

describe.each([
  ['acme-prdo', 'acme-prod'],
  ['ACME_PROD', 'acme-prod'],
  ['acmeprod', 'acme-prod'],
  ['zenth', 'zenith'],
  ['zen', 'zenith'],
  ['nzeith', 'zenith'],
  ['acme-sb', 'acme-sb'],
])('for %s', (word, name) => {
  it(`suggests ${name}`, () => {
    expect(closestName(word, names)).toBe(name);
  });
});

it.each(['', '-', 'x', 'globex', 'constructor', 'z'.repeat(100_000)])(
  'suggests nothing far-fetched for %.20j',
  (word) => {
    expect(closestName(word, names)).toBeUndefined();
  },
);

it('takes two letters that swapped places for one mistake, in a short word too', () => {
  expect(closestName('ics', ['isc', 'aic', 'nerm'])).toBe('isc');
  expect(closestName('csi', ['isc', 'aic', 'nerm'])).toBeUndefined();
});

it('prefers the exact name to one that only begins like it', () => {
  expect(closestName('acme', ['acme-prod', 'acme'])).toBe('acme');
});
