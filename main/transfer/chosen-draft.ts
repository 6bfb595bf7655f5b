/** A profile of a document with what a person chose for it: another name, and what the document does not say. */
import type { FoundProfile } from './found.ts';

/** What is to become of one profile of a document. */
export interface ItemChoice {
  readonly action: 'add' | 'replace' | 'skip';
  /** In place of the one in the document. */
  readonly name?: string;
  /** What was typed, by the dotted path of its field. */
  readonly values?: Readonly<Record<string, string>>;
}

/** `renamed`: names of the document that are others now. Empty texts count as nothing. */
export function chosenDraft(
  { draft }: FoundProfile,
  choice: ItemChoice | undefined,
  renamed: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const { uses } = draft;
  let chosen: Readonly<Record<string, unknown>> = {
    ...draft,
    ...(choice?.name === undefined ? {} : { name: choice.name.trim() }),
    ...(typeof uses === 'string' && renamed.has(uses) ? { uses: renamed.get(uses) } : {}),
  };
  for (const [path, value] of Object.entries(choice?.values ?? {})) {
    if (value.trim() !== '') chosen = withValue(chosen, path.split('.'), value.trim());
  }
  return chosen;
}

function withValue(
  object: Readonly<Record<string, unknown>>,
  [member = '', ...rest]: readonly string[],
  value: string,
): Readonly<Record<string, unknown>> {
  if (rest.length === 0) return { ...object, [member]: value };
  const inner = object[member];
  const before = typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>) : {};
  return { ...object, [member]: withValue(before, rest, value) };
}

/** `name` with a number behind it. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const base = name.slice(0, 60).replace(/-\d+$/, '');
  for (let number = 2; ; number++) {
    const candidate = `${base}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
