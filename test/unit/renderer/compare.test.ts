import { describe, expect, it } from 'vitest';
import { toldBy, viewOf } from '../../fixtures/window-states.ts';
import { compareAccess } from '../../../renderer/words/compare-access.ts';
import { candidatesFor } from '../../../renderer/words/compare-candidates.ts';
import { compareClaims } from '../../../renderer/words/compare-claims.ts';
import { verdict } from '../../../renderer/words/compare-words.ts';
import type { Side } from '../../../renderer/words/compare-words.ts';

const nothing = { claims: null, access: [] };
const isc = (payload: Record<string, unknown>) => toldBy('isc', payload);
const namesOf = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

describe('what two tokens allow', () => {
  it('is told apart list by list', () => {
    const here = isc({ scope: ['a', 'b'], authorities: ['ORG_ADMIN', 'API'] });
    const there = isc({ scope: ['b', 'a'], authorities: ['API', 'HELPDESK'] });
    const [scopes, authorities] = compareAccess(here.access, there.access);
    expect([scopes?.onlyHere, scopes?.onlyThere, namesOf(scopes?.both ?? [])]).toEqual([[], [], ['a', 'b']]);
    expect(namesOf(authorities?.onlyHere ?? [])).toEqual(['ORG_ADMIN']);
    expect(namesOf(authorities?.onlyThere ?? [])).toEqual(['HELPDESK']);
    expect(namesOf(authorities?.both ?? [])).toEqual(['API']);
  });

  it('tells an empty list from one that is not there', () => {
    const lacking = (payload: Record<string, unknown>) =>
      compareAccess(isc({ authorities: ['API'] }).access, isc(payload).access)[0]?.lacking;
    expect(lacking({ authorities: [] })).toBeNull();
    expect(lacking({})).toBe('there');
    expect(compareAccess([], isc({ authorities: [] }).access)[0]?.lacking).toBe('here');
  });

  it('is compared by what a list is, whatever its claim is called', () => {
    const [scopes, ...others] = compareAccess(
      toldBy('oauth', { scp: 'read' }).access,
      toldBy('oauth', { scope: 'read' }).access,
    );
    expect(others).toEqual([]);
    expect(namesOf(scopes?.both ?? [])).toEqual(['read']);
  });
});

describe('the claims of two tokens', () => {
  const groups = (here: Record<string, unknown>, there: Record<string, unknown>) => {
    const found = compareClaims(isc(here), isc(there));
    return { different: namesOf(found.different), each: namesOf(found.ofEachToken), same: namesOf(found.same) };
  };

  it('are those that differ, those that every token has anew, and the same ones', () => {
    const here = { org: 'acme', pod: 'cook', jti: 'a', exp: 1 };
    const there = { org: 'acme-sb', pod: 'cook', jti: 'b', exp: 2 };
    expect(groups(here, there)).toEqual({ different: ['org'], each: ['exp', 'jti'], same: ['pod'] });
  });

  it('differ where one token lacks a claim that the other has, even as null', () => {
    expect(groups({ x: null }, {})).toMatchObject({ different: ['x'] });
    expect(groups({}, { x: 1 })).toMatchObject({ different: ['x'] });
  });

  it('do not differ by the order of a list or of the members of an object', () => {
    const here = { aud: ['a', 'b'], cnf: { a: 1, b: [2, { c: 3 }] } };
    const there = { aud: ['b', 'a'], cnf: { b: [{ c: 3 }, 2], a: 1 } };
    expect(groups(here, there)).toMatchObject({ different: [], same: ['aud', 'cnf'] });
  });

  it('are compared as they are: a number is no text', () => {
    expect(groups({ x: 1 }, { x: '1' })).toMatchObject({ different: ['x'] });
  });

  it('leave out what is listed on its own', () => {
    expect(groups({ scope: ['a'], authorities: ['b'] }, { scope: [], org: 'x' })).toMatchObject({ different: ['org'] });
  });

  it('are all on one side where the other token is opaque', () => {
    expect(namesOf(compareClaims(isc({ org: 'acme' }), nothing).different)).toEqual(['org']);
  });
});

describe('the verdict', () => {
  const side = (name: string, over: Partial<Side['view']>, detail: Side['detail']): Side => ({
    view: { name, token: 'valid', system: 'isc', ...over },
    detail,
  });
  const judge = (here: Side, there: Side) =>
    verdict(here, there, compareAccess(here.detail.access, there.detail.access));

  it('counts what each alone may do', () => {
    const here = side('prod', {}, isc({ scope: ['a'], authorities: ['X'] }));
    const there = side('sandbox', {}, isc({ scope: ['a'], authorities: ['X', 'Y', 'Z'] }));
    expect(judge(here, there)).toMatchObject({ tone: 'warning' });
    expect(judge(here, there).text).toContain('sandbox has 2 authorities that prod lacks. In ISC');
    expect(judge(here, there).text).not.toContain('prod has');
  });

  it('says where to look when both allow the same', () => {
    const told = isc({ scope: ['a'] });
    expect(judge(side('prod', {}, told), side('sandbox', {}, told))).toMatchObject({ tone: 'good' });
  });

  it('does not take silence for permission', () => {
    const told = side('prod', {}, isc({ scope: ['a'] }));
    expect(judge(told, side('opaque', {}, nothing)).title).toContain('opaque');
    expect(judge(side('one', {}, nothing), side('two', {}, nothing)).title).toContain('these tokens');
  });

  it('says that there is no token to compare', () => {
    const told = side('prod', {}, isc({ scope: ['a'] }));
    expect(judge(told, side('new', { token: 'none' }, nothing)).title).toBe('There is no token of new yet');
  });

  it('warns of taking names of different systems for the same', () => {
    const there = side('aic', { system: 'aic' }, toldBy('aic', { scope: ['fr:am:*'] }));
    expect(judge(side('prod', {}, isc({ scope: ['a'] })), there).text).toContain('different systems');
  });
});

describe('profiles to compare with', () => {
  const nowMs = 0;
  const here = viewOf('prod', nowMs, { environment: 'production' });

  it('are those of the same system and another environment first, and never the profile itself', () => {
    const all = [
      viewOf('b-aic', nowMs, { system: 'aic', environment: 'sandbox' }),
      here,
      viewOf('z-sandbox', nowMs, { environment: 'sandbox' }),
      viewOf('a-prod', nowMs, { environment: 'production' }),
      viewOf('y-sandbox', nowMs, { environment: 'sandbox' }),
    ];
    expect(namesOf(candidatesFor(here, all))).toEqual(['y-sandbox', 'z-sandbox', 'a-prod', 'b-aic']);
  });

  it('are none where there is no other', () => {
    expect(candidatesFor(here, [here])).toEqual([]);
  });
});
