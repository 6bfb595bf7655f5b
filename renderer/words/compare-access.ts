/** What two tokens allow: which of them alone, and which both, list by list. */
import type { ProfileDetail } from '../../preload/views.ts';

type Access = ProfileDetail['access'];
export type AccessItems = Access[number]['items'];

export interface AccessDifference {
  /** Of both lists: the claims that they stand in may have different names. */
  readonly label: string;
  readonly onlyHere: AccessItems;
  readonly onlyThere: AccessItems;
  readonly both: AccessItems;
  /** The token that has no such list, which is another thing than an empty one; null: both have it. */
  readonly lacking: 'here' | 'there' | null;
}

/** In the order of the first token, then what only the second one has. */
export function compareAccess(here: Access, there: Access): readonly AccessDifference[] {
  const labels = new Set([...here, ...there].map(({ label }) => label));
  return [...labels].map((label) => {
    const ours = here.find((list) => list.label === label)?.items;
    const theirs = there.find((list) => list.label === label)?.items;
    return {
      label,
      onlyHere: without(ours, theirs),
      onlyThere: without(theirs, ours),
      both: (ours ?? []).filter(({ name }) => theirs?.some((item) => item.name === name) === true),
      lacking: ours === undefined ? 'here' : theirs === undefined ? 'there' : null,
    };
  });
}

export function differs({ onlyHere, onlyThere }: AccessDifference): boolean {
  return onlyHere.length > 0 || onlyThere.length > 0;
}

function without(items: AccessItems = [], others: AccessItems = []): AccessItems {
  const names = new Set(others.map(({ name }) => name));
  return items.filter(({ name }) => !names.has(name));
}
