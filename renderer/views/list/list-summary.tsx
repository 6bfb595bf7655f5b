/** One line above the list: how many there are, and whether any of them needs somebody. */
import type { ListView } from '../../../preload/list-view.ts';
import { Icon } from '../../components/icons.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { allWellWords, needYouWords, showAllWords, shownOfWords, showWords } from '../../words/list-words.ts';
import { needsAttention } from '../../words/state-words.ts';
import { hasFilters, withoutFilters } from './filters.ts';
import type { ListMemory } from './list-memory.ts';

export function ListSummary({ memory, shownCount }: { readonly memory: ListMemory; readonly shownCount: number }) {
  const { listView } = useApp();
  const view = useSelected(listView, (value) => value);
  const isSearched = useSelected(memory.query, (query) => query.trim() !== '');
  const total = useWindowState(countAll);
  const urgent = useWindowState(countUrgent);
  const onlyUrgent = showsOnlyUrgent(view);
  if (isSearched || (hasFilters(view) && !onlyUrgent)) {
    return (
      <p className="list-summary" role="status">
        {shownOfWords(shownCount, total)}
      </p>
    );
  }
  if (urgent === 0 && !onlyUrgent) return <p className="list-summary">{allWellWords(total)}</p>;
  return (
    <div className="list-summary">
      <button
        type="button"
        className="attention"
        aria-pressed={onlyUrgent}
        onClick={() => listView.change((before) => (onlyUrgent ? withoutFilters(before) : toUrgent(before)))}
      >
        <Icon name="alert" size={14} />
        {needYouWords(urgent)}
        <span className="attention-hint">{onlyUrgent ? showAllWords(total) : showWords}</span>
      </button>
    </div>
  );
}

function toUrgent(view: ListView): ListView {
  return { ...withoutFilters(view), conditions: ['needs-you'] };
}

/** The one filter that the line above the list sets. */
export function showsOnlyUrgent(view: ListView): boolean {
  const others = { ...view, conditions: [] };
  return view.conditions.length === 1 && view.conditions[0] === 'needs-you' && !hasFilters(others);
}

function countAll({ order }: WindowState): number {
  return order.length;
}

function countUrgent({ profiles }: WindowState): number {
  return [...profiles.values()].filter(needsAttention).length;
}
