/** Reads profiles and secrets that somebody wrote: either the typed value, or everything that is wrong with it. */
import * as v from 'valibot';
import type { Issue } from '../errors.ts';
import { join, namesSecret, suggestField } from './field-names.ts';
import { secretKinds } from './profile.ts';
import type { Profile, Secrets } from './profile.ts';
import { examples, knownFields, profileSchema } from './profile-schema.ts';
import { secretExamples, secretsSchema } from './secrets-schema.ts';
import { closestName } from './suggest.ts';
import { suggestValue } from './value-suggestions.ts';
import { isUnknownField } from './value-schemas.ts';

/** Longest name of a field that an issue repeats. */
const longestName = 64;

/** Checks the shape alone. Never throws; a message never quotes a value, which may be a misplaced secret. */
export function parseProfile(input: unknown): { profile: Profile } | { issues: readonly Issue[] } {
  const result = v.safeParse(profileSchema, input, { abortPipeEarly: true });
  if (result.success) return { profile: result.output };
  return {
    issues: result.issues.flatMap((issue) => (isUnknownField(issue) ? unknownFields(issue) : wrongValue(issue))),
  };
}

/** Checks the shape alone. Never throws; an issue never quotes a value. */
export function parseSecrets(input: unknown): { secrets: Secrets } | { issues: readonly Issue[] } {
  const result = v.safeParse(secretsSchema, input, { abortPipeEarly: true });
  if (result.success) return { secrets: result.output };
  return {
    issues: result.issues.flatMap((issue) =>
      isUnknownField(issue)
        ? unknownSecrets(issue)
        : createIssue(pathOf(issue), issue.message, undefined, secretExamples.get(pathOf(issue))),
    ),
  };
}

function wrongValue(issue: v.BaseIssue<unknown>): Issue {
  const path = pathOf(issue);
  const suggestion = typeof issue.input === 'string' ? suggestValue(path, issue.input) : undefined;
  return createIssue(path, issue.message, suggestion, examples.get(path));
}

function unknownFields(issue: v.BaseIssue<unknown>): Issue[] {
  const parent = keysOf(issue).slice(0, -1).join('.');
  return unknownNames(issue, knownFields[parent as keyof typeof knownFields]).map((name) => {
    const path = join(parent, shorten(name));
    return namesSecret(name)
      ? createIssue(path, 'Secrets never stand in the profile file: give them on standard input with --secrets -.')
      : createIssue(path, 'There is no such field.', suggestField(parent, name, knownFields));
  });
}

function unknownSecrets(issue: v.BaseIssue<unknown>): Issue[] {
  const names = unknownNames(issue, secretKinds);
  // RFC 7517 section 4.1: every JWK has it, and its other members say no more.
  if (names.includes('kty')) return [createIssue('', bareKey, undefined, secretExamples.get('privateKeyJwk'))];
  return names.map((name) =>
    createIssue(
      shorten(name),
      `Is no kind of secret; there are ${secretKinds.join(', ')}.`,
      /^(secret|password)$/i.test(name) ? 'clientSecret' : closestName(name, secretKinds),
    ),
  );
}

const bareKey =
  'Is a key itself: put it into an object, {"privateKeyJwk": {…}}, as this does: jq \'{privateKeyJwk: .}\' key.jwk.';

/** All names in the object that `issue` is about which are not known; the issue itself tells the first only. */
function unknownNames(issue: v.BaseIssue<unknown>, known: readonly string[]): string[] {
  return Object.keys(issue.path?.at(-1)?.input as object).filter((name) => !known.includes(name));
}

function keysOf(issue: v.BaseIssue<unknown>): string[] {
  return (issue.path ?? []).map(({ key }) => shorten(String(key)));
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return keysOf(issue).join('.');
}

function shorten(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName).toWellFormed()}…` : name;
}

function createIssue(path: string, message: string, suggestion?: string, example?: string): Issue {
  return {
    path,
    message,
    ...(example === undefined ? {} : { example }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
