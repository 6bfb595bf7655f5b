/** Chooses how the list is grouped and sorted, and whether the time axis shows. */
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, MenuCheckItem, MenuChoice, MenuLine } from '../../components/menu.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected } from '../../state/use-store.ts';
import {
  groupHeading,
  groupNames,
  showTimeline,
  sortHeading,
  sortNames,
  viewMenuName,
} from '../../words/list-words.ts';

export function ViewMenu() {
  const { listView } = useApp();
  const { group, sort, showsTimeline } = useSelected(listView, (value) => value);
  return (
    <Menu trigger={<IconButton icon="sort" label={viewMenuName} />}>
      <MenuChoice
        heading={sortHeading}
        choices={sortNames}
        value={sort}
        onChoose={(next) => listView.change((view) => ({ ...view, sort: next }))}
      />
      <MenuLine />
      <MenuChoice
        heading={groupHeading}
        choices={groupNames}
        value={group}
        onChoose={(next) => listView.change((view) => ({ ...view, group: next }))}
      />
      <MenuLine />
      <MenuCheckItem
        label={showTimeline}
        checked={showsTimeline}
        onCheckedChange={(isOn) => listView.change((view) => ({ ...view, showsTimeline: isOn }))}
      />
    </Menu>
  );
}
