/** What a person has entered, as the form's controls hold it, and the profile that it makes. */
import { authsOf, fieldsFor } from './form-fields.ts';
import type { AuthKind, Draft, FieldDescription, Pair, SystemDescription, SystemId } from './form-types.ts';
import { isObject, valueAt, without, withValue } from './json-path.ts';

/**
 * Values of other systems than the chosen one stay, so that choosing back and forth loses nothing; only what the chosen
 * system describes goes into the profile.
 */
export interface FormValues {
  /** Null: not chosen yet, or `rest` has one that this version does not know. */
  readonly system: SystemId | null;
  readonly auth: AuthKind | null;
  /** By path; what is empty is left out of the profile. */
  readonly texts: Readonly<Record<string, string>>;
  readonly pairs: Readonly<Record<string, readonly Pair[]>>;
  /** What was read and no control shows. */
  readonly rest: Draft;
}

export const emptyValues: FormValues = { system: null, auth: null, texts: {}, pairs: {}, rest: {} };

/** Spreads a profile, right or not, over the controls. */
export function valuesOf(draft: Draft, systems: readonly SystemDescription[]): FormValues {
  const system = systems.find(({ id }) => id === draft['system']);
  const auths = authsOf(systems, system?.id ?? null);
  const auth = draft['auth'] === undefined ? auths[0] : auths.find((known) => known === draft['auth']);
  const texts: Record<string, string> = {};
  const pairs: Record<string, readonly Pair[]> = {};
  let rest = draft;
  if (system !== undefined) rest = without(rest, 'system');
  if (auth !== undefined) rest = without(rest, 'auth');
  for (const { path, kind } of describedAnywhere(systems)) {
    const value = valueAt(draft, path);
    const text = kind === 'pairs' ? undefined : textOf(value);
    const rows = kind === 'pairs' ? pairsOf(value) : undefined;
    if (text !== undefined) texts[path] = text;
    if (rows !== undefined) pairs[path] = rows;
    if (text !== undefined || rows !== undefined) rest = without(rest, path);
  }
  return { system: system?.id ?? null, auth: auth ?? null, texts, pairs, rest };
}

/** The profile as it would be saved. Blanks around a text are not part of it. */
export function draftOf(values: FormValues, systems: readonly SystemDescription[]): Draft {
  const { system, auth, texts, pairs, rest } = values;
  let draft: Draft = {
    ...rest,
    ...(system === null ? {} : { system }),
    ...(auth === null ? {} : { auth }),
  };
  // Without a system nobody knows which fields do not apply.
  for (const field of system === null ? describedAnywhere(systems) : fieldsFor(systems, values)) {
    const value =
      field.kind === 'pairs' ? objectOf(pairs[field.path] ?? []) : valueOf(texts[field.path]?.trim() ?? '', field);
    if (value !== undefined) draft = withValue(draft, field.path, value);
  }
  return draft;
}

/** Every field once, secrets left out; the first system that describes it decides its kind. */
function describedAnywhere(systems: readonly SystemDescription[]): readonly FieldDescription[] {
  const all = systems.flatMap(({ auths }) => auths.flatMap(({ fields }) => fields));
  const byPath = new Map(all.toReversed().map((field) => [field.path, field]));
  return [...byPath.values()].filter(({ secret }) => secret === undefined);
}

/** Undefined for what a line of text cannot show. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join(', ') : undefined;
}

function pairsOf(value: unknown): readonly Pair[] | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? entries : undefined;
}

/** A text that is no number is left as it is: main says what it should be. */
function valueOf(text: string, { kind }: FieldDescription): unknown {
  if (text === '') return undefined;
  if (kind === 'seconds') return /^\d+$/.test(text) ? Number(text) : text;
  if (kind !== 'list') return text;
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length === 0 ? undefined : words;
}

/** Rows in which nothing stands yet are left out. */
function objectOf(rows: readonly Pair[]): Draft | undefined {
  const filled = rows.filter(([name, value]) => name.trim() !== '' || value.trim() !== '');
  if (filled.length === 0) return undefined;
  return Object.fromEntries(filled.map(([name, value]) => [name.trim(), value.trim()]));
}
