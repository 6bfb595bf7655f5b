import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { exportProfiles, parseImport } from '../../../main/profiles/transfer.ts';
import { parseProfile } from '../../../main/profiles/validate.ts';

const acme: Profile = { name: 'acme-prod', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'a' };
const other: Profile = { ...acme, name: 'acme-sb', tenant: 'acme-sb' };

function refusalOf(text: string): TokentrayError {
  try {
    parseImport(text);
  } catch (error) {
    if (error instanceof TokentrayError) return error;
  }
  throw new Error('was accepted');
}

describe('an export', () => {
  it('is pretty JSON that ends in a newline', () => {
    expect(exportProfiles([acme])).toMatch(/^\{\n {2}"version": 1,\n {2}"profiles": \[\n[^]*\}\n$/);
  });

  it('is read back as it was', () => {
    expect(parseImport(exportProfiles([acme, other])).profiles).toEqual([acme, other]);
  });

  it('of any valid profile gives the same profile again', () => {
    const profile = fc.record(
      {
        name: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/),
        system: fc.constantFrom('isc', 'oauth'),
        auth: fc.constant('client_credentials'),
        label: fc.string({ unit: 'grapheme', minLength: 1 }),
        clientId: fc.string({ minLength: 1 }),
        tags: fc.array(fc.string({ unit: 'grapheme', minLength: 1 })),
        request: fc.record({
          headers: fc.dictionary(fc.stringMatching(/^X-[A-Z]{1,9}$/), fc.stringMatching(/^[!-~]*$/)),
        }),
      },
      { requiredKeys: ['name', 'system', 'auth'] },
    );
    fc.assert(
      fc.property(profile, (input) => {
        const parsed = parseProfile(input);
        if (!('profile' in parsed)) return;
        const [imported] = parseImport(exportProfiles([parsed.profile])).profiles;
        expect(parseProfile(imported)).toEqual(parsed);
      }),
    );
  });
});

describe('an import', () => {
  it.each([
    ['an export', JSON.stringify({ version: 1, profiles: [acme] })],
    ['an export without its version', JSON.stringify({ profiles: [acme] })],
    ['a bare list', JSON.stringify([acme])],
    ['a single profile', JSON.stringify(acme)],
    ['a file that begins with a byte order mark', `\uFEFF${JSON.stringify(acme)}`],
  ])('takes %s', (_name, text) => {
    expect(parseImport(text).profiles).toEqual([acme]);
  });

  it.each([
    ['text', 'name: acme'],
    ['nothing', ''],
    ['a number', '4'],
    ['null', 'null'],
    ['an empty list', '[]'],
    ['an export of nothing', '{"version":1,"profiles":[]}'],
    ['a newer export', '{"version":2,"profiles":[{}]}'],
    ['profiles that are no list', '{"profiles":{}}'],
    ['a list of texts', '["acme"]'],
    ['something beside the profiles', '{"profiles":[{}],"folders":[]}'],
  ])('refuses %s', (_name, text) => {
    expect(refusalOf(text).code).toBe('config.file_invalid');
  });

  it.each([
    ['in a single profile', { ...acme, clientSecret: 'CANARY' }, 'clientSecret'],
    ['in a list', [acme, { ...acme, client_secret: 'CANARY' }], '1.client_secret'],
    ['in an export', { profiles: [{ ...acme, password: 'CANARY' }] }, 'profiles.0.password'],
    ['beside the profiles', { profiles: [acme], secrets: { 'acme-prod': 'CANARY' } }, 'secrets'],
  ])('refuses a secret %s and does not repeat it', (_name, document, path) => {
    const { data } = refusalOf(JSON.stringify(document));
    expect(data.issues?.map((issue) => issue.path)).toEqual([path]);
    expect(JSON.stringify(data)).not.toContain('CANARY');
  });

  it('tells where a file stops being JSON and repeats nothing of it', () => {
    const { message, data } = refusalOf('{\n  "clientSecret": CANARY\n}');
    expect(data.detail).toContain('line 2, column 19');
    expect(message).not.toContain('CANARY');
  });

  it('leaves judging the profiles to the validation', () => {
    expect(parseImport('[{"nam":"x"}]').profiles).toEqual([{ nam: 'x' }]);
  });
});
