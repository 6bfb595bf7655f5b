/** Asks for the passphrase that opens the vault. */
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useUnlock } from './use-unlock.ts';

export function PassphraseUnlock() {
  const { isBusy, failure, unlock, forget } = useUnlock();
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setIsShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isWrong = failure?.code === 'storage.passphrase_wrong';

  async function submit(): Promise<void> {
    const isOpen = passphrase !== '' && (await unlock(passphrase));
    if (isOpen) setPassphrase('');
    // What was wrong is replaced by what is typed next, and can be corrected as well.
    else input.current?.select();
    input.current?.focus();
  }

  return (
    <form
      className="unlock-form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1 className="unlock-title">Unlock Tokentray</h1>
      <p className="unlock-text">Your profiles are all here. The passphrase opens their secrets and tokens.</p>
      {failure === null || isWrong ? null : (
        <Callout tone="bad" role="alert" title={failure.what} text={failure.next} />
      )}
      <div className="unlock-field">
        <TextField
          label="Passphrase"
          type={isShown ? 'text' : 'password'}
          isCode={isShown}
          autoFocus
          inputRef={input}
          value={passphrase}
          onValueChange={(text) => {
            setPassphrase(text);
            forget();
          }}
          error={isWrong ? 'That is not the passphrase of this vault. Nothing is lost: try again.' : undefined}
          trailing={
            passphrase === '' ? null : (
              <IconButton
                icon={isShown ? 'eyeOff' : 'eye'}
                size="small"
                label={isShown ? 'Hide passphrase' : 'Show passphrase'}
                onClick={() => setIsShown(!isShown)}
              />
            )
          }
        />
      </div>
      <p role="status" className="for-screen-readers">
        {isBusy ? 'Opening the vault' : isWrong ? 'That is not the passphrase of this vault. Try again.' : ''}
      </p>
      <Button kind="primary" size="large" type="submit" icon="lock" isBusy={isBusy} disabled={passphrase === ''}>
        {isBusy ? 'Opening' : 'Unlock'}
      </Button>
      <details className="unlock-forgotten">
        <summary>Forgotten it?</summary>
        <p>
          Nobody can open the vault without it, and nothing here was deleted. To start over, export the profiles with
          the command line, move the data folder away, import them, and enter their secrets anew. Help tells how.
        </p>
      </details>
    </form>
  );
}
