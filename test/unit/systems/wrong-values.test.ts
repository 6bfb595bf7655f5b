import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Issue } from '../../../main/errors.ts';
import { describeSystems } from '../../../main/systems/registry.ts';
import type { FieldDescription } from '../../../main/systems/system.ts';
import { readProfile, validateSecrets } from '../../../main/systems/validate.ts';

type Draft = Readonly<Record<string, unknown>>;

/** No value of any field. */
const wrongForAll: readonly unknown[] = [
  17,
  null,
  true,
  [1],
  '',
  ' ',
  ' CANARY ',
  'CANARY\nline',
  '\u202eCANARY',
  {},
  'x'.repeat(4000),
];

const notAnUrl = ['CANARY', 'ftp://a.example.com/x', 'http://a.example.com/x', 'https://u:CANARY@a.example.com/', '/x'];

/** What is wrong in a field of this kind, beside what is wrong everywhere. */
function wrongIn({ path, kind, choices }: FieldDescription): readonly unknown[] {
  if (kind === 'url')
    return [...notAnUrl, 'https://a.example.com/#x', ...(path === 'redirectUri' ? wrongRedirects : [])];
  if (kind === 'date') return ['2027-02-30', 'tomorrow', '2027-05-01T00:00:00Z'];
  if (kind === 'seconds') return ['60', -1, 0.5, 3601];
  if (kind === 'list') return ['emea', [''], ['a', 17], ['CANARY\n']];
  if (kind === 'pairs') return [{ 'X Y\n': 'CANARY' }, { a: 1 }, 'a=b', { a: 'CANARY\n' }];
  if (choices !== undefined) return ['CANARY', 'CANARY word'];
  return byPath[path] ?? [];
}

const wrongRedirects = [
  'http://app.example.com/cb',
  'https://localhost:8080/cb',
  'http://127.0.0.2:8080/cb',
  'myapp:/cb',
];

const byPath: Readonly<Record<string, readonly unknown[]>> = {
  name: ['Acme', '-acme', 'a b', 'a'.repeat(65)],
  uses: ['Acme', 'a b'],
  tenant: ['CANARY Corporation', 'https://u:CANARY@a.example.com', 'ftp://a', 'a/b', '...'],
  scope: ['a  b', '"a"', 'ü'],
  apiKeyHeader: ['X Key', 'X-Key:', 'ü'],
};

/** A list may hold nothing, and so may the objects of free names. */
function isRight(value: unknown, { kind }: FieldDescription): boolean {
  const isEmptyObject = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return (kind === 'pairs' && isEmptyObject) || (kind === 'seconds' && value === 17);
}

const ways = describeSystems().flatMap(({ id, auths }) =>
  auths.map(({ auth, fields }) => ({ id, auth, name: `${id} ${auth}`, fields })),
);

const rightDrafts = new Map(ways.map(({ id, auth, name, fields }) => [name, rightDraft(id, auth, fields)] as const));

function rightDraft(system: string, auth: string, fields: readonly FieldDescription[]): Draft {
  return fields
    .filter(({ required, secret }) => required && secret === undefined)
    .reduce<Draft>((draft, { path, example }) => withValue(draft, path, example), { system, auth });
}

function withValue(draft: Draft, path: string, value: unknown): Draft {
  const [parent = '', child] = path.split('.');
  if (child === undefined) return { ...draft, [parent]: value };
  return { ...draft, [parent]: { ...(draft[parent] as object | undefined), [child]: value } };
}

function issuesOf(draft: Draft): readonly Issue[] {
  const read = readProfile(draft);
  return 'issues' in read ? read.issues : [];
}

const rows = ways.flatMap(({ name, fields }) =>
  fields
    .filter(({ secret }) => secret === undefined)
    .map((field) => ({ name: `${name} ${field.path}`, way: name, field })),
);

describe.each(rows)('$name', ({ way, field }) => {
  const right = rightDrafts.get(way) ?? {};
  const values = [...wrongForAll, ...wrongIn(field)].filter((value) => !isRight(value, field));
  const found = values.map((value) => ({ value, issues: issuesOf(withValue(right, field.path, value)) }));

  it('is right with its example', () => {
    const { kind, example, path } = field;
    if (example === undefined || kind === 'pairs') return;
    const value = kind === 'list' ? [example] : kind === 'seconds' ? Number(example) : example;
    expect(issuesOf(withValue(right, path, value))).toEqual([]);
  });

  it('names itself when its value is wrong, whatever that is', () => {
    const unnoticed = found.filter(({ issues }) => !issues.some(({ path }) => isAt(path, field.path)));
    expect(unnoticed.map(({ value }) => value)).toEqual([]);
  });

  it('shows what would be right', () => {
    const issues = found.flatMap(({ issues: all }) => all.filter(({ path }) => path === field.path));
    expect(issues.filter(({ example, suggestion }) => example === undefined && suggestion === undefined)).toEqual([]);
  });

  it('says what is expected in a whole sentence that repeats nothing', () => {
    for (const { message } of found.flatMap(({ issues }) => issues)) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(message).not.toContain('CANARY');
    }
  });
});

function isAt(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}

const secretRows = ways.flatMap(({ name, fields }) =>
  fields.flatMap(({ secret, path }) => (secret === undefined ? [] : [{ name: `${name} ${path}`, way: name, secret }])),
);

it.each(secretRows)('$name is explained when it is wrong, and not repeated', ({ way, secret }) => {
  const read = readProfile(rightDrafts.get(way));
  if ('issues' in read) throw new Error('the profile is wrong');
  // Some are of use with another client authentication only, and are then called useless, by name.
  for (const value of [17, null, '', [], 'CANARY\n', {}]) {
    try {
      validateSecrets({ [secret]: value }, read.profile);
      throw new Error('was accepted');
    } catch (error) {
      if (!(error instanceof TokentrayError)) throw error;
      expect(error.data.issues?.map(({ path }) => path)).toEqual([secret]);
      expect(JSON.stringify(error.data)).not.toContain('CANARY');
    }
  }
});
