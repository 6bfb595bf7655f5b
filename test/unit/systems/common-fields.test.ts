import { expect, it } from 'vitest';
import { knownFields } from '../../../main/profiles/profile-schema.ts';
import { secretKinds } from '../../../main/profiles/profile.ts';
import { describeSystems } from '../../../main/systems/registry.ts';

const described = describeSystems().flatMap(({ id, auths }) =>
  auths.flatMap(({ auth, fields }) => fields.map((field) => ({ ...field, name: `${id} ${auth} ${field.path}` }))),
);
const known = [
  ...Object.entries(knownFields).flatMap(([parent, names]) =>
    names.map((name) => (parent === '' ? name : `${parent}.${name}`)),
  ),
  ...secretKinds.map((kind) => `secrets.${kind}`),
];

it.each(described)('$name is a field of the profile file or a secret', ({ path }) => {
  expect(known).toContain(path);
});

it.each(describeSystems().flatMap(({ id, auths }) => auths.map(({ auth, fields }) => ({ id, auth, fields }))))(
  '$id with $auth describes no field twice',
  ({ fields }) => {
    const paths = fields.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  },
);

const withoutRequest: readonly string[] = ['api_key', 'linked'];

/** The ways to a token that do not have a field at this path, over all systems. */
function waysWithout(path: string): readonly string[] {
  const ways = describeSystems().flatMap(({ auths }) =>
    auths.filter(({ fields }) => fields.every((field) => field.path !== path)).map(({ auth }) => auth),
  );
  return [...new Set(ways)].toSorted();
}

it.each(['name', 'label', 'environment', 'tags'])('every profile has %s', (path) => {
  expect(waysWithout(path)).toEqual([]);
});

it.each(['request.headers', 'request.params', 'request.body', 'refresh.mode', 'refresh.earlySeconds', 'clientId'])(
  'a profile without token requests has no %s',
  (path) => {
    expect(waysWithout(path).filter((auth) => withoutRequest.includes(auth))).toEqual(withoutRequest);
  },
);

it.each([
  ['credentialExpires', ['linked']],
  ['expectUser', ['api_key']],
  ['expectOrg', ['api_key']],
])('%s stands in every profile but those where it has no meaning: %j', (path, ways) => {
  expect(waysWithout(path)).toEqual(ways);
});

it.each(described)('$name says what it is for, in whole sentences', ({ help }) => {
  expect(help).toMatch(/^[A-Z0-9].*\.$/);
});

it.each(described.filter(({ required, secret }) => required && secret === undefined))(
  '$name, which stands at the front of a form, has an example',
  ({ example }) => {
    expect(example).toBeTruthy();
  },
);
