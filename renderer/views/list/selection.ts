/** Which profiles are chosen to do something with several at once, and how a pointer and the keyboard choose them. */

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins; null before one was chosen. */
  readonly anchorId: string | null;
}

export const nothingSelected: Selection = { ids: new Set(), anchorId: null };

/** Adds the profile, or takes it away. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchorId: id };
}

/** From where the range begins to here, in the order of the list, and nothing else; without a beginning this one alone. */
export function rangeTo({ anchorId }: Selection, id: string, shownIds: readonly string[]): Selection {
  const from = anchorId === null ? -1 : shownIds.indexOf(anchorId);
  const to = shownIds.indexOf(id);
  if (to === -1) return nothingSelected;
  if (from === -1) return { ids: new Set([id]), anchorId: id };
  return { ids: new Set(shownIds.slice(Math.min(from, to), Math.max(from, to) + 1)), anchorId };
}

export function everything(shownIds: readonly string[]): Selection {
  return { ids: new Set(shownIds), anchorId: shownIds[0] ?? null };
}

/** What is shown no more is not chosen any more: nothing happens to what a person does not see. The same when all are there. */
export function among(selection: Selection, shownIds: readonly string[]): Selection {
  if (selection.ids.size === 0) return selection;
  const shown = new Set(shownIds);
  const ids = [...selection.ids].filter((id) => shown.has(id));
  if (ids.length === selection.ids.size) return selection;
  return ids.length === 0 ? nothingSelected : { ...selection, ids: new Set(ids) };
}
