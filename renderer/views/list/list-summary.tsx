/** One line above the list: how many there are, and whether any of them needs somebody. */
import { Icon } from '../../components/icons.tsx';
import { useSelected, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { needsAttention } from '../../words/state-words.ts';
import type { ListMemory } from './list-memory.ts';

export function ListSummary({ memory, shownCount }: { readonly memory: ListMemory; readonly shownCount: number }) {
  const { query, attentionOnly } = useSelected(memory.filter, (filter) => filter);
  const total = useWindowState(countAll);
  const urgent = useWindowState(countUrgent);
  if (query !== '') {
    return (
      <p className="list-summary" role="status">
        {`${shownCount} of ${counted(total)}`}
      </p>
    );
  }
  if (urgent === 0 && !attentionOnly) {
    return <p className="list-summary">{`${counted(total)}, nothing needs you`}</p>;
  }
  return (
    <div className="list-summary">
      <button
        type="button"
        className="attention"
        aria-pressed={attentionOnly}
        onClick={() => memory.filter.update((filter) => ({ ...filter, attentionOnly: !attentionOnly }))}
      >
        <Icon name="alert" size={14} />
        {urgent === 1 ? '1 profile needs you' : `${urgent} profiles need you`}
        <span className="attention-hint">{attentionOnly ? `Show all ${total}` : 'Show'}</span>
      </button>
    </div>
  );
}

function counted(count: number): string {
  return count === 1 ? '1 profile' : `${count} profiles`;
}

function countAll({ order }: WindowState): number {
  return order.length;
}

function countUrgent({ profiles }: WindowState): number {
  return [...profiles.values()].filter(needsAttention).length;
}
