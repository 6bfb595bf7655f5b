import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../../renderer/views/profile-form/pasted-profile.ts';

const acme = { name: 'acme', system: 'isc', tenant: 'acme' };
const paste = (value: unknown) => readPasted(JSON.stringify(value));

it.each<[string, unknown]>([
  ['a profile', acme],
  ['an export of one profile', { version: 1, profiles: [acme] }],
  ['a list of one profile', [acme]],
])('%s is a profile', (_name, value) => {
  expect(paste(value)).toEqual({ kind: 'profile', draft: acme, secrets: {} });
});

it('takes blanks around it for nothing', () => {
  expect(readPasted(`\n  ${JSON.stringify(acme)}\n`)).toMatchObject({ kind: 'profile' });
});

it('counts several profiles and takes none of them', () => {
  expect(paste({ profiles: [acme, acme] })).toEqual({ kind: 'several', count: 2 });
});

it.each<[string, string]>([
  ['a word', 'acme'],
  ['an address', 'https://acme.api.identitynow.com'],
  ['a broken profile', '{"name":"acme",'],
  ['an empty export', '{"profiles":[]}'],
  ['a list of other things', '[{"system":"isc"},1]'],
  ['a number in brackets', '[1]'],
])('%s is pasted as usual', (_name, text) => {
  expect(readPasted(text)).toBeUndefined();
});

it.each([
  ['a key', { kty: 'RSA', d: 'CANARY' }],
  ['a set of keys', { keys: [] }],
])('%s is a key, whether it will do or not', (_name, value) => {
  expect(paste(value)).toEqual({ kind: 'key' });
});

it('a file of a vendor is for main to read', () => {
  const document = { clientId: 'id-1', password: 'secret-CANARY', authenticationUrl: 'https://id.example.com' };
  expect(paste(document)).toEqual({ kind: 'credentials', document });
});

describe('a secret in a pasted profile', () => {
  it.each<[string, unknown]>([
    ['beside the fields', { ...acme, clientSecret: 'secret-CANARY' }],
    ['among secrets', { ...acme, secrets: { clientSecret: 'secret-CANARY' } }],
  ])('%s goes where secrets are typed, and stays out of the draft', (_place, value) => {
    const pasted = paste(value);
    expect(pasted).toMatchObject({ secrets: { clientSecret: 'secret-CANARY' } });
    expect(JSON.stringify(pasted?.kind === 'profile' && pasted.draft)).not.toContain('CANARY');
  });
});
