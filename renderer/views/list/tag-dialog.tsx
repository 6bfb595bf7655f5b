/** Gives tags to several profiles at once, and takes them away. */
import './tag-dialog.css';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApp } from '../../state/app-context.ts';
import { sameItems, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { tagDialogWords } from '../../words/many-words.ts';
import { tagChange, tagShares } from './tag-change.ts';

export interface TagDialogProps {
  readonly profiles: readonly ProfileView[];
  readonly onClose: () => void;
}

export function TagDialog({ profiles, onClose }: TagDialogProps) {
  const { many } = useApp();
  const known = useWindowState(knownTags, sameItems);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [typed, setTyped] = useState('');
  const change = tagChange(chosen, typed);
  const isEmpty = change.add.length === 0 && change.remove.length === 0;

  function save(event?: FormEvent): void {
    event?.preventDefault();
    onClose();
    if (!isEmpty) void many.setTags({ ids: profiles.map(({ id }) => id), ...change });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={tagDialogWords.title(profiles.length)}
      actions={
        <>
          <Button onClick={onClose}>{tagDialogWords.cancel}</Button>
          <Button kind="primary" disabled={isEmpty} onClick={() => save()}>
            {tagDialogWords.apply}
          </Button>
        </>
      }
    >
      <form className="tag-form" onSubmit={save}>
        <TextField label={tagDialogWords.new} help={tagDialogWords.newHelp} value={typed} onValueChange={setTyped} />
        {known.length === 0 ? null : (
          <fieldset className="tag-list">
            <legend>{tagDialogWords.existing}</legend>
            {tagShares(profiles, known).map(({ tag, count }) => {
              const isOn = chosen.get(tag) ?? count === profiles.length;
              const isMixed = !chosen.has(tag) && count > 0 && count < profiles.length;
              return (
                <label key={tag} className="tag-choice">
                  <Checkbox
                    label={tag}
                    checked={isOn}
                    isMixed={isMixed}
                    onCheckedChange={(next) => setChosen((before) => new Map(before).set(tag, next))}
                  />
                  <span className="tag-name">{tag}</span>
                  {isMixed ? <span className="tag-note">{tagDialogWords.some(count)}</span> : null}
                </label>
              );
            })}
          </fieldset>
        )}
      </form>
    </Dialog>
  );
}

function knownTags({ profiles }: WindowState): readonly string[] {
  return [...new Set([...profiles.values()].flatMap(({ tags }) => tags))];
}
