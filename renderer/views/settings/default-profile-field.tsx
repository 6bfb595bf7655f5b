/** Which profile is meant where none is named. */
import type { ProfileView } from '../../../preload/views.ts';
import { ComboboxField } from '../../components/combobox.tsx';
import { useApp } from '../../state/app-context.ts';
import { sameItems, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { defaultProfileWords } from '../../words/setting-words.ts';

export function DefaultProfileField() {
  const { actions } = useApp();
  const profiles = useWindowState(inOrder, sameItems);
  const chosen = profiles.find(({ isDefault }) => isDefault);
  return (
    <div className="setting" data-kind="choice">
      <ComboboxField
        label={defaultProfileWords.label}
        help={defaultProfileWords.help}
        choices={profiles.map(({ id, name, label }) => ({ value: id, label: name, note: label ?? '' }))}
        value={chosen?.id ?? null}
        onValueChange={(id) => {
          if (id !== chosen?.id) void actions.makeDefault(id);
        }}
        placeholder={defaultProfileWords.placeholder}
        emptyText={defaultProfileWords.empty}
        searchLabel={defaultProfileWords.search}
      />
    </div>
  );
}

function inOrder({ order, profiles }: WindowState): readonly ProfileView[] {
  return order.flatMap((id) => profiles.get(id) ?? []);
}
