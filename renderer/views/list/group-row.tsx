/** The heading of a group in the list. */
import { groupWords } from '../../words/list-words.ts';
import type { ListEntry } from './arrange.ts';

export interface GroupRowProps {
  readonly group: Extract<ListEntry, { kind: 'group' }>;
  /** From 0, among all rows of the list. */
  readonly index: number;
  readonly topRem: number;
}

export function GroupRow({ group: { label, count }, index, topRem }: GroupRowProps) {
  return (
    <div className="group-row" role="row" aria-rowindex={index + 1} style={{ top: `${topRem}rem` }}>
      <div className="group-words" role="rowheader" aria-label={groupWords(label, count)}>
        <span>{label}</span>
        <span className="group-count">{count}</span>
      </div>
    </div>
  );
}
