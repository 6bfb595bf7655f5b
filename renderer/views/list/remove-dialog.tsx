/** Asks before several profiles are deleted, and names how many and which. */
import { useState } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
import { removeDialogWords } from '../../words/many-words.ts';

export interface RemoveDialogProps {
  readonly isOpen: boolean;
  readonly profiles: readonly ProfileView[];
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function RemoveDialog({ isOpen, profiles, onClose, onConfirm }: RemoveDialogProps) {
  // What was asked about stays readable while the dialog fades.
  const [shown, setShown] = useState(profiles);
  if (isOpen && shown !== profiles) setShown(profiles);
  const { length: count } = shown;
  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={onClose}
      title={removeDialogWords.title(count)}
      text={removeDialogWords.text}
      actions={
        <>
          <Button onClick={onClose}>{removeDialogWords.cancel}</Button>
          <Button kind="danger" onClick={onConfirm}>
            {removeDialogWords.confirm(count)}
          </Button>
        </>
      }
    >
      <p className="remove-names">{removeDialogWords.names(shown.map(({ name }) => name))}</p>
    </AlertDialog>
  );
}
