import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { describeSystems } from '../../../main/systems/registry.ts';
import { readProfile } from '../../../main/systems/validate.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/profiles.md'), 'utf8');
const documented = [...page.matchAll(/```json\n([^`]*)```/g)].map(([, json = '']) => JSON.parse(json) as Profile);

it.each(documented)('the profile $name of the documentation is right', (profile) => {
  expect(readProfile(profile)).toEqual({ profile });
});

it('the documentation has a profile for every way to a token of every system', () => {
  const shown = new Set(documented.map(({ system, auth }) => `${system} ${auth}`));
  const ways = describeSystems().flatMap(({ id, auths }) => auths.map(({ auth }) => `${id} ${auth}`));
  expect(ways.filter((way) => !shown.has(way))).toEqual([]);
});

it('the documentation says how each of its profiles is added', () => {
  expect(documented.filter(({ name }) => !page.includes(`--file ${name}.json`)).map(({ name }) => name)).toEqual([]);
});

it('what a profile of the documentation takes its token from is documented as well', () => {
  const names = new Set(documented.map(({ name }) => name));
  expect(documented.filter(({ uses }) => uses !== undefined && !names.has(uses))).toEqual([]);
});
