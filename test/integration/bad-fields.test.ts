/** Every field of every system with wrong values, from a file through the whole command line: named, and nothing is stored. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCommandProgram } from '../fixtures/command-program.ts';
import type { CommandProgram } from '../fixtures/command-program.ts';
import { rightDrafts, ways, withValue, wrongValues } from '../fixtures/wrong-values.ts';

let program: CommandProgram;

beforeEach(() => {
  program = createCommandProgram();
});

afterEach(() => program.remove());

const rows = ways.flatMap(({ name, fields }) =>
  fields.filter(({ secret }) => secret === undefined).map((field) => ({ way: name, path: field.path, field })),
);

it.each(rows)('$way: $path is refused by its name, whatever is wrong with it', async ({ way, path, field }) => {
  const right = rightDrafts.get(way) ?? expect.fail(`there is no draft of ${way}`);
  for (const value of wrongValues(field)) {
    const { code, stdout, stderr } = await program.add(withValue(right, path, value), {});
    expect({ value, code, stdout }).toEqual({ value, code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^  ${path.replace('.', String.raw`\.`)}[:.]`, 'm'));
    expect(stderr).toContain('nothing was stored');
    expect(stderr).not.toContain('CANARY');
  }
  expect(program.storedRows()).toBe(0);
});

const secretRows = ways.flatMap(({ name, fields }) =>
  fields.flatMap(({ secret }) => (secret === undefined ? [] : [{ way: name, secret }])),
);

it.each(secretRows)('$way: the secret $secret is refused by its name, whatever is wrong with it', async (row) => {
  for (const value of [17, null, '', [], 'CANARY\n', {}]) {
    const { code, stdout, stderr } = await program.add(rightDrafts.get(row.way), { [row.secret]: value });
    expect({ value, code, stdout }).toEqual({ value, code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^  ${row.secret}: `, 'm'));
    expect(stderr).not.toContain('CANARY');
  }
  expect(program.storedRows()).toBe(0);
});
