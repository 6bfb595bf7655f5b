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

it.each(['tags', 'request.headers', 'refresh.mode', 'refresh.earlySeconds', 'expectUser', 'credentialExpires'])(
  'every system describes %s',
  (path) => {
    const paths = describeSystems().flatMap(({ auths }) =>
      auths.map(({ fields }) => fields.map((field) => field.path)),
    );
    expect(paths.filter((each) => !each.includes(path))).toEqual([]);
  },
);
