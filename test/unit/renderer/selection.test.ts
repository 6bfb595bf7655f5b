import { describe, expect, it } from 'vitest';
import { among, everything, nothingSelected, rangeTo, toggled } from '../../../renderer/views/list/selection.ts';

const shown = ['a', 'b', 'c', 'd', 'e'];
const idsOf = ({ ids }: { readonly ids: ReadonlySet<string> }) => [...ids].toSorted();

describe('choosing several profiles', () => {
  it('adds one, and takes it away again', () => {
    const one = toggled(nothingSelected, 'b');
    expect(idsOf(toggled(one, 'd'))).toEqual(['b', 'd']);
    expect(idsOf(toggled(one, 'b'))).toEqual([]);
  });

  it.each([
    ['down', 'b', 'd'],
    ['up', 'd', 'b'],
  ])('takes a range %s', (_, from, to) => {
    expect(idsOf(rangeTo(toggled(nothingSelected, from), to, shown))).toEqual(['b', 'c', 'd']);
  });

  it('makes a range shorter again from where it began', () => {
    const long = rangeTo(toggled(nothingSelected, 'b'), 'e', shown);
    expect(idsOf(rangeTo(long, 'c', shown))).toEqual(['b', 'c']);
  });

  it.each([
    ['without a beginning', nothingSelected],
    ['whose beginning is shown no more', toggled(nothingSelected, 'gone')],
  ])('takes of a range %s its end alone', (_, selection) => {
    expect(idsOf(rangeTo(selection, 'c', shown))).toEqual(['c']);
  });

  it('takes everything that is shown', () => {
    expect(idsOf(everything(shown))).toEqual(shown);
  });

  it('lets go of what is shown no more', () => {
    expect(idsOf(among(everything(shown), ['b', 'x']))).toEqual(['b']);
  });

  it('stays the same while all of it is shown', () => {
    const selection = toggled(nothingSelected, 'b');
    expect(among(selection, shown)).toBe(selection);
  });
});
