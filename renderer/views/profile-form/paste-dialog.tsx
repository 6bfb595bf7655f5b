/** Takes a document from whoever does not paste it on the page itself: as text, or as a file. */
import { useRef, useState } from 'react';
import type { ChangeEvent, ClipboardEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import {
  pasteDialogCancel,
  pasteDialogFile,
  pasteDialogLabel,
  pasteDialogPlaceholder,
  pasteDialogText,
  pasteDialogTitle,
  pasteDialogUse,
  pastedTooLarge,
  takenDocuments,
} from '../../words/paste-words.ts';
import type { DocumentOutcome } from './take-document.ts';
import { mostBytes } from './use-documents.ts';

export interface PasteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onTake: (text: string) => Promise<DocumentOutcome>;
  /** Of a document that is known and cannot fill the form. */
  readonly onRefused: (outcome: DocumentOutcome) => void;
}

export function PasteDialog({ isOpen, onClose, onTake, onRefused }: PasteDialogProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);

  function close(): void {
    setText('');
    setError(undefined);
    onClose();
  }

  async function take(given: string): Promise<void> {
    const outcome = await onTake(given);
    if (outcome.kind === 'unknown') {
      setText(given);
      setError(`${outcome.what}.`);
      return;
    }
    close();
    onRefused(outcome);
  }

  function pasted(event: ClipboardEvent): void {
    // Here alone: the page below would take it as well.
    event.stopPropagation();
    event.preventDefault();
    void take(event.clipboardData.getData('text/plain'));
  }

  function chosen(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file === undefined) return;
    if (file.size > mostBytes) setError(`${pastedTooLarge}.`);
    else void file.text().then(take);
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={pasteDialogTitle}
      text={pasteDialogText}
      actions={
        <>
          <Button kind="quiet" onClick={close}>
            {pasteDialogCancel}
          </Button>
          <Button icon="add" onClick={() => picker.current?.click()}>
            {pasteDialogFile}
          </Button>
          <Button kind="primary" icon="check" disabled={text.trim() === ''} onClick={() => void take(text)}>
            {pasteDialogUse}
          </Button>
        </>
      }
    >
      <div onPaste={pasted}>
        <TextField
          label={pasteDialogLabel}
          help={takenDocuments}
          error={error}
          value={text}
          onValueChange={setText}
          rows={5}
          isCode
          autoFocus
          placeholder={pasteDialogPlaceholder}
        />
        <input ref={picker} type="file" hidden onChange={chosen} />
      </div>
    </Dialog>
  );
}
