/** What stands in place of the list when nothing is found: why, and the way back to everything. */
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected } from '../../state/use-store.ts';
import {
  clearFilters,
  nothingFoundDespiteFilters,
  nothingFoundWords,
  nothingNeedsYou,
  showAll,
} from '../../words/list-words.ts';
import { hasFilters, withoutFilters } from './filters.ts';
import type { ListMemory } from './list-memory.ts';
import { showsOnlyUrgent } from './list-summary.tsx';

export function NothingFound({ memory }: { readonly memory: ListMemory }) {
  const { listView } = useApp();
  const view = useSelected(listView, (value) => value);
  const query = useSelected(memory.query, (value) => value);
  const isFiltered = hasFilters(view);

  function clearAll(): void {
    memory.query.update(() => '');
    if (isFiltered) listView.change(withoutFilters);
  }

  return (
    <div className="list-nothing" role="status">
      <p>{query.trim() === '' && showsOnlyUrgent(view) ? nothingNeedsYou : nothingFoundWords(query)}</p>
      {isFiltered && query.trim() !== '' ? (
        <>
          <p>{nothingFoundDespiteFilters}</p>
          <Button onClick={() => listView.change(withoutFilters)}>{clearFilters}</Button>
        </>
      ) : null}
      <Button onClick={clearAll}>{showAll}</Button>
    </div>
  );
}
