import { describe, expect, it } from 'vitest';
import { explainClaims } from '../../../main/systems/explain-claims.ts';
import { claimRows } from '../../../renderer/words/claim-words.ts';

const rowsOf = (payload: Record<string, unknown>) =>
  claimRows({ header: {}, payload, known: explainClaims({ system: 'aic' }, payload) });
const rowOf = (name: string, value: unknown) => rowsOf({ [name]: value })[0];

describe('the claims of a token as rows', () => {
  it('reads instants, which are seconds', () => {
    expect(rowOf('exp', 1_800_000_660)?.atMs).toBe(1_800_000_660_000);
  });

  it.each([['1800000660'], [null], [Number.NaN], [1e300]])('does not guess an instant from %s', (value) => {
    expect(rowOf('exp', value)?.atMs).toBeNull();
  });

  it('reads no instant from a number that is none', () => {
    expect(rowOf('auth_level', 1_800_000_000)?.atMs).toBeNull();
  });

  it('reads lengths of time in words, beside the number', () => {
    expect(rowOf('expires_in', 899)).toMatchObject({ value: { text: '899' }, reading: '14 minutes' });
    expect(rowOf('expires_in', '899')?.reading).toBeNull();
  });

  it('shows texts and numbers as the token holds them', () => {
    const texts = ['text', true, 42].map((value) => rowOf('x', value)?.value);
    expect(texts).toEqual(['text', 'true', '42'].map((text) => ({ kind: 'text', text })));
  });

  it.each([
    [[], 'none'],
    [null, 'not set'],
    ['', 'empty'],
  ])('says in words that nothing is there: %j', (value, text) => {
    expect(rowOf('x', value)?.value).toEqual({ kind: 'words', text });
  });

  it('shows lists item by item, and what is deeper as JSON', () => {
    expect(rowOf('x', ['a', 7, null])?.value).toEqual({ kind: 'list', items: ['a', '7', 'null'] });
    expect(rowOf('x', { deep: [1] })?.value).toEqual({ kind: 'json', text: '{\n  "deep": [\n    1\n  ]\n}' });
    expect(rowOf('x', [{ a: 1 }])?.value.kind).toBe('json');
  });

  it('puts the known ones first, and leaves the unknown in the order of the token', () => {
    const payload = { zeta: 1, jti: 'x', alpha: 2, realm: '/alpha', exp: 3 };
    expect(rowsOf(payload).map(({ name }) => name)).toEqual(['exp', 'realm', 'jti', 'zeta', 'alpha']);
    expect(rowsOf(payload).map(({ label }) => label)).toEqual(['Expires', 'Realm', 'Token id', null, null]);
  });

  it('does not repeat a long list that stands above the table', () => {
    const names = ['a', 'b', 'c', 'd'];
    const access = [{ claim: 'scope', label: 'Scopes', items: names.map((name) => ({ name, meaning: null })) }];
    const [long] = claimRows({ header: {}, payload: { scope: names }, known: [] }, access);
    expect(long?.value).toEqual({ kind: 'words', text: '4 entries, listed above' });
    const [odd] = claimRows({ header: {}, payload: { scope: { names } }, known: [] }, access);
    expect(odd?.value.kind).toBe('json');
  });
});
