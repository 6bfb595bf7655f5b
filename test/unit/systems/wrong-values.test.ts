import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Issue } from '../../../main/errors.ts';
import { readProfile, validateSecrets } from '../../../main/systems/validate.ts';
import { rightDrafts, ways, withValue, wrongValues } from '../../fixtures/wrong-values.ts';
import type { Draft } from '../../fixtures/wrong-values.ts';

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
  const found = wrongValues(field).map((value) => ({ value, issues: issuesOf(withValue(right, field.path, value)) }));

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
