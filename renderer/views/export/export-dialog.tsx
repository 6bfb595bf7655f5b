/** Asks what an export is to hold, and for the passphrase that locks it. */
import './export-dialog.css';
import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { ChoiceCards } from '../../components/choice-cards.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { NewPassphrase } from '../../components/new-passphrase.tsx';
import { exportWords } from '../../words/export-words.ts';
import { useExport } from './use-export.ts';

export interface ExportDialogProps {
  /** Of the profiles that are exported; null: all. */
  readonly ids: readonly string[] | null;
  readonly onClose: () => void;
}

/** Mount it only while it is open: what was typed goes with it. */
export function ExportDialog({ ids, onClose }: ExportDialogProps) {
  const formId = useId();
  const { kind, passphrase, again, problem, failure, isBusy, ...change } = useExport(ids, onClose);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={exportWords.title(ids?.length ?? null)}
      text={exportWords.text}
      actions={
        <>
          <Button onClick={onClose}>{exportWords.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} icon="export" isBusy={isBusy}>
            {exportWords.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="export-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void change.submit();
        }}
      >
        <ChoiceCards
          label={exportWords.what}
          isLabelHidden
          choices={[
            { value: 'plain', title: exportWords.plainTitle, text: exportWords.plainText },
            { value: 'sealed', title: exportWords.sealedTitle, text: exportWords.sealedText },
          ]}
          value={kind}
          onValueChange={change.setKind}
        />
        {kind === 'sealed' ? (
          <NewPassphrase
            label={exportWords.passphrase}
            passphrase={passphrase}
            onPassphraseChange={change.setPassphrase}
            again={again}
            onAgainChange={change.setAgain}
            problem={problem}
            words={exportWords}
          />
        ) : null}
        {failure === null ? null : <Callout tone="bad" role="alert" title={failure.what} text={failure.next} />}
      </form>
    </Dialog>
  );
}
