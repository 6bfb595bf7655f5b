import { describe, expect, it } from 'vitest';
import { isNearPrefix } from '../../../renderer/words/edit-distance.ts';
import { byName } from '../../../renderer/words/profile-order.ts';
import { createProfileSearch, matchesQuery } from '../../../renderer/words/profile-search.ts';
import { everyState, viewOf } from '../../fixtures/window-states.ts';

const nowMs = 1_800_000_000_000;
const profiles = everyState(nowMs);
const search = createProfileSearch();
const found = (query: string, among = profiles) => search.find(query, among).map(({ name }) => name);

describe('the search', () => {
  it('finds everything while nothing is typed', () => {
    expect(found('  ')).toHaveLength(profiles.length);
  });

  it.each([
    ['SANDBOX acme', ['acme-sandbox', 'hooli-sign-in']],
    ['umbrella', ['netfoundry']],
    ['sign-in needed', ['hooli-sign-in']],
    ['nerm', ['nerm-vendors']],
    ['needs you', ['globex-prod', 'hooli-sign-in']],
    ['no such thing', []],
  ])('finds "%s" in whatever the row shows', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('finds a tag', () => {
    expect(found('emea', [viewOf('a', nowMs, { tags: ['EMEA', 'governance'] }), viewOf('b', nowMs)])).toEqual(['a']);
  });

  it('puts the profile first whose name begins so', () => {
    expect(found('prod')[0]).toBe('acme-prod');
    const named = [viewOf('my-globex', nowMs), viewOf('globex-my', nowMs)];
    expect(found('globex', named)).toEqual(['globex-my', 'my-globex']);
  });

  it('takes the first letters of the parts of a name', () => {
    expect(found('ap')[0]).toBe('acme-prod');
  });

  it('does not care for accents', () => {
    expect(found('zurich', [viewOf('a', nowMs, { label: 'Zürich' })])).toEqual(['a']);
  });

  it.each([
    ['globx', ['globex-prod']],
    ['netfuondry', ['netfoundry']],
    ['keycloka', ['keycloak.local']],
  ])('forgives the slips in "%s"', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('forgives nothing where something is found as it is typed', () => {
    const near = [viewOf('acme-one', nowMs), viewOf('acne-two', nowMs)];
    expect(found('acne', near)).toEqual(['acne-two']);
  });

  it('forgives nothing in a short word', () => {
    expect(found('qcm')).toEqual([]);
  });

  it('tells of one profile whether it is meant', () => {
    const [profile = viewOf('acme-prod', nowMs)] = profiles;
    expect([matchesQuery(profile, 'acme'), matchesQuery(profile, 'globex'), matchesQuery(profile, '')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('slips of the finger', () => {
  it.each([
    ['globex', 'globex', 0, true],
    ['glob', 'globex', 0, true],
    ['globx', 'globex', 1, true],
    ['golbex', 'globex', 1, true],
    ['gglobex', 'globex', 1, true],
    ['qlobex', 'globex', 1, true],
    ['globex', 'glo', 1, false],
    ['acme', 'globex', 1, false],
    ['gobelx', 'globex', 1, false],
  ])('%s for %s, at most %i: %s', (typed, word, most, isNear) => {
    expect(isNearPrefix(typed, word, most)).toBe(isNear);
  });
});

describe('the order of the list', () => {
  it('is by name, with numbers as numbers, whatever their state', () => {
    const names = ['tenant-10', 'b', 'tenant-9', 'a'].map((name) => ({ name }));
    expect(names.toSorted(byName).map(({ name }) => name)).toEqual(['a', 'b', 'tenant-9', 'tenant-10']);
  });
});
