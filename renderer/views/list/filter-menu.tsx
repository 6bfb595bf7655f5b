/** Chooses what the list lets through, with the number of profiles for each choice. */
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, MenuCheckItem, MenuGroup, MenuItem, MenuLine } from '../../components/menu.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { clearFilters, filterHeadings, filterMenuName } from '../../words/list-words.ts';
import { filterKeys, filterValues, hasFilters, withoutFilters, withValue } from './filters.ts';

export function FilterMenu() {
  const { listView } = useApp();
  const view = useSelected(listView, (value) => value);
  const setCount = filterKeys.reduce((sum, key) => sum + view[key].length, 0);
  return (
    <Menu
      trigger={
        <IconButton icon="filter" label={filterMenuName(setCount)} kind={setCount > 0 ? 'secondary' : 'quiet'} />
      }
    >
      <FilterItems />
      {hasFilters(view) ? (
        <>
          <MenuLine />
          <MenuItem icon="close" label={clearFilters} onSelect={() => listView.change(withoutFilters)} />
        </>
      ) : null}
    </Menu>
  );
}

/** Counted only while the menu is open. */
function FilterItems() {
  const { listView } = useApp();
  const view = useSelected(listView, (value) => value);
  const profiles = useWindowState(profilesOf);
  return filterKeys.map((key) => {
    const values = filterValues(key, profiles.values(), view[key]);
    if (values.length === 0) return null;
    return (
      <MenuGroup key={key} heading={filterHeadings[key]}>
        {values.map(({ value, label, count }) => (
          <MenuCheckItem
            key={value}
            label={label}
            note={String(count)}
            checked={(view[key] as readonly string[]).includes(value)}
            onCheckedChange={(isOn) => listView.change((before) => withValue(before, key, value, isOn))}
          />
        ))}
      </MenuGroup>
    );
  });
}

function profilesOf({ profiles }: WindowState): WindowState['profiles'] {
  return profiles;
}
