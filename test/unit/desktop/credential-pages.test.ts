import { expect, test } from 'vitest';
import { createCredentialPages } from '../../../main/desktop/credential-pages.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { settle } from '../../fixtures/fake-clock.ts';

const isc: Profile = { name: 'a', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'x' };
const oauth: Profile = { name: 'b', system: 'oauth', auth: 'client_credentials', issuer: 'https://id.example.com' };

function pages(profile: Profile | undefined, refusal?: TokentrayError) {
  const opened: string[] = [];
  const failed: string[] = [];
  const found = createCredentialPages({
    profileOf: () => profile,
    links: {
      openSystemLink: async (_profile, link) =>
        refusal === undefined ? void opened.push(link) : Promise.reject(refusal),
    },
    fail: (id) => failed.push(id),
  });
  return { ...found, opened, failed };
}

test('of ISC the page of personal access tokens is known, and opened', () => {
  const { has, open, opened } = pages(isc);
  open('id');
  expect([has('id'), opened]).toEqual([true, ['credentials']]);
});

test.each([
  ['a server that lists none', oauth],
  ['a tenant whose address is not known', { ...isc, tenant: 'iga.acme.com' }],
  ['a profile that is gone', undefined],
])('of %s none is known, and nothing is opened', (_what, profile) => {
  const { has, open, opened } = pages(profile);
  open('id');
  expect([has('id'), opened]).toEqual([false, []]);
});

test('a page that no browser opens is told', async () => {
  const { open, failed } = pages(isc, new TokentrayError('internal.unexpected'));
  open('id');
  await settle();
  expect(failed).toEqual(['id']);
});
