/** The failure model says of each fault which test shows it: those tests are there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = readFileSync('docs/reliability.md', 'utf8');
const named = [...new Set(text.match(/`[\w./-]+\.test\.ts`/g))].map((name) => name.slice(1, -1));

it('names tests, with their paths', () => {
  expect(named.length).toBeGreaterThan(30);
});

it.each(named)('%s is there', (path) => {
  expect(existsSync(`test/${path.replace(/^test\//, '')}`)).toBe(true);
});

it('leaves no fault without a test that shows it', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Fault|---)/.test(line));
  expect(rows.filter((row) => !/`engine`|\.test\.ts/.test(row.split('|').at(-2) ?? ''))).toEqual([]);
});
