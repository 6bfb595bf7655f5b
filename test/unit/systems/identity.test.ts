import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { identityNote, tokenIdentity } from '../../../main/systems/identity.ts';
import { identityMismatch, identityWords, mismatchWords } from '../../../main/systems/token-identity.ts';

const isc: Profile = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'client-1' };
const oauth: Profile = { name: 'billing', system: 'oauth', auth: 'client_credentials', clientId: 'client-1' };

describe('an ISC token', () => {
  const claims = {
    user_name: 'jane.admin',
    identity_id: '2c9180835d38ca0c015d606b50851b1e',
    user_id: '595826',
    org: 'acme-sb',
    pod: 'cook',
    client_id: 'client-1',
  };

  it('is for the user, org and pod that its claims name', () => {
    expect(tokenIdentity(isc, claims)).toEqual({ user: 'jane.admin', org: 'acme-sb', pod: 'cook' });
  });

  it('tells what its user may do, a dozen of it at most', () => {
    const authorities = ['ORG_ADMIN', '', 17, ...Array.from({ length: 20 }, (_, n) => `ROLE_${n}`)];
    expect(tokenIdentity(isc, { ...claims, authorities })?.authorities).toEqual([
      'ORG_ADMIN',
      ...Array.from({ length: 9 }, (_, n) => `ROLE_${n}`),
    ]);
    expect(tokenIdentity(isc, { ...claims, authorities: 'ORG_ADMIN' })).not.toHaveProperty('authorities');
  });

  it.each([null, undefined, '', '  ', 17])('is for nobody where the claims about the user are %j', (none) => {
    const identity = tokenIdentity(isc, { ...claims, user_name: none, identity_id: none, user_id: none });
    expect(identity).toEqual({ org: 'acme-sb', pod: 'cook' });
    expect(identityNote(isc, identity)).toBeDefined();
  });

  it('is for a user that only an id names', () => {
    expect(tokenIdentity(isc, { ...claims, user_name: null, identity_id: null })).toMatchObject({ user: '595826' });
  });

  it('raises no note when there is a user, or when the claims do not tell', () => {
    expect(identityNote(isc, tokenIdentity(isc, claims))).toBeUndefined();
    expect(tokenIdentity(isc, { sub: 'x' })).toBeUndefined();
    expect(identityNote(isc, undefined)).toBeUndefined();
  });
});

describe('a token of any other server', () => {
  it.each([
    [{ preferred_username: 'jane', email: 'jane@example.com', sub: '1' }, { user: 'jane' }],
    [
      { email: 'jane@example.com', sub: '1', org_id: 'o-1' },
      { user: 'jane@example.com', org: 'o-1' },
    ],
    [{ sub: '1', azp: 'client-2' }, { user: '1' }],
    [{ sub: 'client-1' }, undefined],
    [{ sub: 'client-2', client_id: 'client-2', tid: 't-1' }, { org: 't-1' }],
    [{}, undefined],
  ])('with the claims %j is for %j', (claims, identity) => {
    expect(tokenIdentity(oauth, claims)).toEqual(identity);
  });

  it('raises no note for want of a user', () => {
    expect(identityNote(oauth, { org: 't-1' })).toBeUndefined();
  });

  it('may claim anything without doing harm', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('sub', 'email', 'org_id', 'user_name', 'org', 'authorities'), fc.anything()),
        (claims) => {
          for (const profile of [isc, oauth]) {
            for (const text of Object.values(tokenIdentity(profile, claims) ?? {}).flat()) {
              expect(text.length).toBeGreaterThan(0);
              expect(text.length).toBeLessThanOrEqual(200);
            }
          }
        },
      ),
    );
  });
});

it.each([
  [{ user: 'jane', org: 'acme', pod: 'cook', authorities: ['ORG_ADMIN'] }, 'jane, org acme, pod cook, ORG_ADMIN'],
  [{ user: 'jane', authorities: ['A', 'B', 'C', 'D', 'E', 'F'] }, 'jane, A, B, C, D and 2 more'],
  [{ org: 'acme' }, 'org acme'],
  [{ pod: 'cook' }, 'pod cook'],
  [{}, undefined],
])('who it is, %j, reads as %j', (identity, words) => {
  expect(identityWords(identity)).toBe(words);
});

describe('a mismatch', () => {
  const expecting = { expectUser: 'jane.admin', expectOrg: 'acme' };

  it('is none when the token is for whom the profile expects, however it is spelled', () => {
    expect(identityMismatch(expecting, { user: 'Jane.Admin', org: 'ACME' })).toBeUndefined();
  });

  it('is none when the profile expects nobody, or the token does not tell', () => {
    expect(identityMismatch({}, { user: 'joe', org: 'other' })).toBeUndefined();
    expect(identityMismatch(expecting, undefined)).toBeUndefined();
  });

  it('names what differs and nothing else', () => {
    expect(identityMismatch(expecting, { user: 'joe', org: 'acme' })).toEqual({
      expected: { user: 'jane.admin' },
      actual: { user: 'joe' },
    });
  });

  it('is a token that names nobody', () => {
    expect(identityMismatch(expecting, { org: 'other' })).toEqual({
      expected: { user: 'jane.admin', org: 'acme' },
      actual: { org: 'other' },
    });
  });

  it('is told with what was expected and what came', () => {
    const words = mismatchWords({ expected: { user: 'jane.admin', org: 'acme' }, actual: { org: 'other' } });
    for (const part of ['jane.admin', 'acme', 'other', 'no user']) expect(words).toContain(part);
  });
});
