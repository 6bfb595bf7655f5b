/** The filters that are set, each of which can be taken away. */
import './filter-chips.css';
import { Icon } from '../../components/icons.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { removeFilter } from '../../words/list-words.ts';
import { filterKeys, filterValues, hasFilters, withValue } from './filters.ts';
import { showsOnlyUrgent } from './list-summary.tsx';

export function FilterChips() {
  const { listView } = useApp();
  const view = useSelected(listView, (value) => value);
  // That one has a button of its own.
  if (!hasFilters(view) || showsOnlyUrgent(view)) return null;
  return <Chips />;
}

function Chips() {
  const { listView } = useApp();
  const view = useSelected(listView, (value) => value);
  const profiles = useWindowState(profilesOf);
  return (
    <ul className="chips">
      {filterKeys.flatMap((key) =>
        filterValues(key, profiles.values(), view[key])
          .filter(({ value }) => (view[key] as readonly string[]).includes(value))
          .map(({ value, label }) => (
            <li key={`${key} ${value}`}>
              <button
                type="button"
                className="chip"
                aria-label={removeFilter(label)}
                title={removeFilter(label)}
                onClick={() => listView.change((before) => withValue(before, key, value, false))}
              >
                <span className="chip-text">{label}</span>
                <Icon name="close" size={12} />
              </button>
            </li>
          )),
      )}
    </ul>
  );
}

function profilesOf({ profiles }: WindowState): WindowState['profiles'] {
  return profiles;
}
