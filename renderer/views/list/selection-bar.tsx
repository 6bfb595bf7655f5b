/** What can be done with the selected profiles, at the foot of the list for as long as some are selected. */
import './selection-bar.css';
import { useState } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp } from '../../state/app-context.ts';
import { sameItems, useSelected, useWindowState } from '../../state/use-store.ts';
import { selectionWords } from '../../words/many-words.ts';
import { isDueSignIn } from '../../words/sign-in-words.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import type { ListMemory } from './list-memory.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { everything, nothingSelected } from './selection.ts';
import { TagDialog } from './tag-dialog.tsx';

export interface SelectionBarProps {
  readonly memory: ListMemory;
  /** Of all profiles that the list shows. */
  readonly ids: readonly string[];
}

export function SelectionBar({ memory, ids }: SelectionBarProps) {
  const { many } = useApp();
  const selection = useSelected(memory.selection, (value) => value);
  const isRefreshing = useSelected(many.isRefreshing, (value) => value);
  const [asked, setAsked] = useState<'remove' | 'tag' | 'export' | null>(null);
  const profiles = useWindowState<readonly ProfileView[]>(
    (state) => [...selection.ids].flatMap((id) => state.profiles.get(id) ?? []),
    sameItems,
  );
  if (profiles.length === 0) return null;
  const selectedIds = profiles.map(({ id }) => id);
  const due = profiles.filter(isDueSignIn).map(({ id }) => id);
  const clear = () => memory.selection.update(() => nothingSelected);
  const close = () => setAsked(null);

  return (
    <div className="selection-bar" role="toolbar" aria-label={selectionWords.name}>
      <Checkbox
        label={selectionWords.all(ids.length)}
        checked={profiles.length === ids.length}
        isMixed={profiles.length < ids.length}
        onCheckedChange={(isOn) => memory.selection.update(() => (isOn ? everything(ids) : nothingSelected))}
      />
      <span className="selection-count" role="status">
        {selectionWords.count(profiles.length)}
      </span>
      <IconButton
        icon="refresh"
        label={selectionWords.refresh(profiles.length)}
        isBusy={isRefreshing}
        onClick={() => void many.refresh(selectedIds)}
      />
      {due.length === 0 ? null : (
        <IconButton icon="person" label={selectionWords.signIn(due.length)} onClick={() => void many.signIn(due)} />
      )}
      <IconButton icon="tag" label={selectionWords.tag} onClick={() => setAsked('tag')} />
      <IconButton icon="export" label={selectionWords.export} onClick={() => setAsked('export')} />
      <IconButton icon="trash" label={selectionWords.remove} onClick={() => setAsked('remove')} />
      <IconButton icon="close" label={selectionWords.clear} onClick={clear} />
      <RemoveDialog
        isOpen={asked === 'remove'}
        profiles={profiles}
        onClose={close}
        onConfirm={() => {
          close();
          void many.remove(selectedIds);
        }}
      />
      {asked === 'export' ? <ExportDialog ids={selectedIds} onClose={close} /> : null}
      {asked === 'tag' ? <TagDialog profiles={profiles} onClose={close} /> : null}
    </div>
  );
}
