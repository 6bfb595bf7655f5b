/** The kinds of values that a profile is made of, each with what it tells a person about a wrong one. */
import * as v from 'valibot';
import { choices } from './choices.ts';
import type { ChoicePath } from './choices.ts';
import { isOneLine, isTrimmed, longestText } from './line-rules.ts';
import { isPlainObject } from './plain-object.ts';
import { urlProblem } from './url-rule.ts';

/** Says what was expected and which kind of value came, never the value itself: it may be a misplaced secret. */
function notA(expected: string, input: unknown): string {
  return input === null
    ? `Must be ${expected}, not null; leave the field out when there is nothing to say.`
    : `Must be ${expected}, not ${kindOf(input)}.`;
}

function wrongKind(expected: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => notA(expected, input);
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
};

function kindOf(input: unknown): string {
  return Array.isArray(input) ? 'a list' : (kinds[typeof input] ?? 'nothing');
}

/** One line of text, not empty. */
export const line = v.pipe(
  v.string(wrongKind('a text in double quotes')),
  v.nonEmpty('Must not be empty; leave the field out when there is nothing to say.'),
  v.maxLength(longestText, `Must not be longer than ${longestText} characters.`),
  v.check(isOneLine, 'Must be one line of printable text.'),
  v.check(isTrimmed, 'Must not begin or end with blanks.'),
);

export const url = v.pipe(
  line,
  v.check(
    (text) => urlProblem(text) === undefined,
    (issue) => urlProblem(issue.input) ?? '',
  ),
);

export function choiceOf<Path extends ChoicePath>(path: Path) {
  return v.picklist(choices[path], (issue) =>
    typeof issue.input === 'string'
      ? `Must be one of ${choices[path].join(', ')}.`
      : notA(`one of ${choices[path].join(', ')}`, issue.input),
  );
}

export function wholeNumber(least: number, most: number) {
  return v.pipe(
    v.number(wrongKind('a whole number')),
    v.check(
      (value) => Number.isInteger(value) && value >= least && value <= most,
      `Must be a whole number from ${least} to ${most}.`,
    ),
  );
}

export const lines = v.pipe(v.custom<unknown[]>(Array.isArray, wrongKind('a list of texts')), v.array(line));

/** A JSON object with these fields and no others. */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries, expected = 'an object in braces') {
  return v.pipe(v.custom<object>(isPlainObject, wrongKind(expected)), v.strictObject(entries, 'Is missing.'));
}

/** True for the issue by which valibot reports the first, and only the first, field that an object should not have. */
export function isUnknownField(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

/** An object of texts under free names; `problem` judges one entry and answers with a sentence or undefined. */
export function texts(problem: (name: string, value: string, all: readonly string[]) => string | undefined) {
  return v.pipe(
    v.custom<Readonly<Record<string, string>>>(isPlainObject, wrongKind('an object of texts')),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const names = Object.keys(dataset.value);
      for (const [name, value] of Object.entries<unknown>(dataset.value)) {
        const message =
          typeof value === 'string' ? problem(name, value, names) : notA('a text in double quotes', value);
        if (message === undefined) continue;
        addIssue({ message, path: [{ type: 'object', origin: 'value', input: dataset.value, key: name, value }] });
      }
    }),
    v.transform((entries) => ({ ...entries })),
  );
}
