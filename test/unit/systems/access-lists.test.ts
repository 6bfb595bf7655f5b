import { describe, expect, it } from 'vitest';
import { accessLists } from '../../../main/systems/access-lists.ts';

const isc = { system: 'isc' } as const;
const oauth = { system: 'oauth' } as const;
const namesOf = (lists: ReturnType<typeof accessLists>) =>
  lists.map(({ label, items }) => [label, items.map(({ name }) => name)]);

describe('what a token allows', () => {
  it.each([[['read', 'write']], ['read write'], ['  read   write '], [['read write']]])(
    'reads scopes however they are written: %j',
    (scope) => {
      expect(namesOf(accessLists(oauth, { scope }, null))).toEqual([['Scopes', ['read', 'write']]]);
    },
  );

  it('takes what the token says before what the server’s answer said', () => {
    expect(namesOf(accessLists(oauth, { scope: 'read' }, 'read write'))).toEqual([['Scopes', ['read']]]);
    expect(namesOf(accessLists(oauth, {}, 'read write'))).toEqual([['Scopes', ['read', 'write']]]);
  });

  it('says of an opaque token what the server’s answer said', () => {
    expect(namesOf(accessLists(oauth, undefined, 'read'))).toEqual([['Scopes', ['read']]]);
    expect(accessLists(oauth, undefined, null)).toEqual([]);
  });

  it('tells a list that is empty from one that is not there', () => {
    expect(namesOf(accessLists(isc, { authorities: [], scope: '' }, null))).toEqual([
      ['Scopes', []],
      ['Authorities', []],
    ]);
    expect(accessLists(isc, {}, null)).toEqual([]);
  });

  it('names everything once, and leaves out what is no text', () => {
    const [, authorities] = accessLists(isc, { scope: [], authorities: ['API', 7, null, 'API'] }, null);
    expect(authorities?.items.map(({ name }) => name)).toEqual(['API']);
  });

  it('says what is meant, where the vendor does', () => {
    const [authorities] = accessLists(isc, { authorities: ['ORG_ADMIN', 'idn:unknown'] }, null);
    expect(authorities?.items.map(({ meaning }) => meaning)).toEqual(['Admin', null]);
    const [scopes] = accessLists({ system: 'aic' }, undefined, 'fr:idc:esv:read');
    expect(scopes?.items[0]?.meaning).toContain('ESVs');
  });

  it('reads the lists of other vendors', () => {
    const payload = { scp: 'User.Read', permissions: ['p'], roles: ['r'], realm_access: { roles: ['offline'] } };
    expect(namesOf(accessLists(oauth, payload, null))).toEqual([
      ['Scopes', ['User.Read']],
      ['Permissions', ['p']],
      ['Roles', ['r']],
      ['Realm roles', ['offline']],
    ]);
  });

  it.each([[{ realm_access: 'x' }], [{ realm_access: null }], [{ roles: 'admin' }], [{ scope: 7 }]])(
    'guesses nothing from %j',
    (payload) => {
      expect(accessLists(oauth, payload, null)).toEqual([]);
    },
  );
});
