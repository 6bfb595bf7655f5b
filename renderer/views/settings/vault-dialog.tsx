/** Chooses what the stored secrets are locked with. */
import './settings.css';
import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { ChoiceCards } from '../../components/choice-cards.tsx';
import type { CardChoice } from '../../components/choice-cards.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { NewPassphrase } from '../../components/new-passphrase.tsx';
import { useVaultChange } from './use-vault-change.ts';
import { vaultLabels, vaultModes, vaultWords } from '../../words/vault-words.ts';
import type { VaultMode } from '../../words/vault-words.ts';

export interface VaultDialogProps {
  readonly isOpen: boolean;
  /** What holds now; null: there is no vault yet. */
  readonly mode: VaultMode | null;
  readonly onClose: () => void;
  /** It has changed. */
  readonly onChanged: () => void;
}

/** Mounted only while it is open: what was typed goes with it. */
export function VaultDialog({ isOpen, ...rest }: VaultDialogProps) {
  return isOpen ? <OpenVaultDialog {...rest} /> : null;
}

function OpenVaultDialog({ mode, onClose, onChanged }: Omit<VaultDialogProps, 'isOpen'>) {
  const formId = useId();
  const change = useVaultChange(mode, onChanged);
  const { chosen, passphrase, again, mismatch, failure, isBusy } = change;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={vaultLabels.title}
      text={vaultLabels.text}
      actions={
        <>
          <Button onClick={onClose}>{vaultLabels.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            icon="lock"
            isBusy={isBusy}
            disabled={chosen === mode && chosen !== 'passphrase'}
          >
            {chosen === mode && chosen === 'passphrase' ? vaultLabels.changePassphrase : vaultLabels.use}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="vault-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // It may be open above another form, to which React would pass this on.
          event.stopPropagation();
          void change.submit();
        }}
      >
        <ChoiceCards
          label={vaultLabels.choice}
          isLabelHidden
          choices={cardsFor(mode)}
          value={chosen}
          onValueChange={change.choose}
        />
        {chosen === 'passphrase' ? (
          <NewPassphrase
            label={mode === 'passphrase' ? vaultLabels.newPassphrase : vaultLabels.passphrase}
            passphrase={passphrase}
            onPassphraseChange={change.setPassphrase}
            again={again}
            onAgainChange={change.setAgain}
            problem={mismatch}
            words={vaultLabels}
          />
        ) : null}
        {failure === null ? null : <Callout tone="bad" role="alert" title={failure.what} text={failure.next} />}
      </form>
    </Dialog>
  );
}

/** An existing vault cannot be given up for one that ends with the process. */
function cardsFor(now: VaultMode | null): readonly CardChoice<VaultMode>[] {
  const modes = vaultModes.filter((mode) => mode !== 'memory' || now === null || now === 'memory');
  return modes.map((value) => {
    const { title, text } = vaultWords[value];
    return value === now ? { value, title, text, note: vaultLabels.current } : { value, title, text };
  });
}
