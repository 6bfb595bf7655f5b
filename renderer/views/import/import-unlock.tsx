/** Asks for the passphrase of an encrypted export. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { importWords } from '../../words/import-words.ts';
import type { ImportController } from './import-controller.ts';

export function ImportUnlock({
  controller,
  isBusy,
}: {
  readonly controller: ImportController;
  readonly isBusy: boolean;
}) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className="import-unlock"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && !isBusy) void controller.unlock(passphrase);
      }}
    >
      <div>
        <h2 className="import-title">{importWords.lockedTitle}</h2>
        <p className="field-help">{importWords.lockedText}</p>
      </div>
      <TextField
        label={importWords.passphrase}
        type="password"
        value={passphrase}
        onValueChange={setPassphrase}
        error={undefined}
        autoFocus
      />
      <div className="import-foot">
        <Button kind="quiet" onClick={() => controller.startOver()}>
          {importWords.other}
        </Button>
        <Button kind="primary" type="submit" icon="lock" isBusy={isBusy} disabled={passphrase === ''}>
          {importWords.unlock}
        </Button>
      </div>
    </form>
  );
}
