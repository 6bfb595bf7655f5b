/** Asks for the passphrase that opens the vault. */
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { unlockWords } from '../../words/unlock-words.ts';
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
      <h1 className="unlock-title">{unlockWords.title}</h1>
      <p className="unlock-text">{unlockWords.text}</p>
      {failure === null || isWrong ? null : (
        <Callout tone="bad" role="alert" title={failure.what} text={failure.next} />
      )}
      <div className="unlock-field">
        <TextField
          label={unlockWords.passphrase}
          type={isShown ? 'text' : 'password'}
          isCode={isShown}
          autoFocus
          inputRef={input}
          value={passphrase}
          onValueChange={(text) => {
            setPassphrase(text);
            forget();
          }}
          error={isWrong ? unlockWords.wrong : undefined}
          trailing={
            passphrase === '' ? null : (
              <IconButton
                icon={isShown ? 'eyeOff' : 'eye'}
                size="small"
                label={isShown ? unlockWords.hidePassphrase : unlockWords.showPassphrase}
                onClick={() => setIsShown(!isShown)}
              />
            )
          }
        />
      </div>
      <p role="status" className="for-screen-readers">
        {isBusy ? unlockWords.openingSpoken : isWrong ? unlockWords.wrongSpoken : ''}
      </p>
      <Button kind="primary" size="large" type="submit" icon="lock" isBusy={isBusy} disabled={passphrase === ''}>
        {isBusy ? unlockWords.opening : unlockWords.unlock}
      </Button>
      <details className="unlock-forgotten">
        <summary>{unlockWords.forgotten}</summary>
        <p>{unlockWords.forgottenText}</p>
      </details>
    </form>
  );
}
