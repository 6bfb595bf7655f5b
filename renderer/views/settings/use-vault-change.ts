/** The state of the dialog that changes what the secrets are locked with. */
import { useState } from 'react';
import type { Failure } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';
import { useIsHere } from '../../state/use-is-here.ts';
import { passphraseWords } from '../../words/passphrase-words.ts';
import type { VaultMode } from '../../words/vault-words.ts';

export interface VaultChange {
  readonly chosen: VaultMode | null;
  readonly passphrase: string;
  readonly again: string;
  /** What is wrong with the repetition; said after an attempt. */
  readonly mismatch: string | undefined;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly choose: (mode: VaultMode) => void;
  readonly setPassphrase: (text: string) => void;
  readonly setAgain: (text: string) => void;
  readonly submit: () => Promise<void>;
}

/** Two that differ are never sent: what was meant is not known. */
export function useVaultChange(mode: VaultMode | null, onChanged: () => void): VaultChange {
  const { api } = useApp();
  const [chosen, setChosen] = useState(mode);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isHere = useIsHere();

  async function submit(): Promise<void> {
    setWasTried(true);
    if (chosen === null || isBusy || (chosen === 'passphrase' && problem(passphrase, again) !== undefined)) return;
    setIsBusy(true);
    setFailure(null);
    const result = await api.call('vault.changeMode', {
      mode: chosen,
      ...(chosen === 'passphrase' ? { passphrase } : {}),
    });
    if (!isHere.current) return;
    setIsBusy(false);
    if (result.ok) onChanged();
    else setFailure(result.failure);
  }

  return {
    chosen,
    passphrase,
    again,
    mismatch: wasTried ? problem(passphrase, again) : undefined,
    failure,
    isBusy,
    choose: setChosen,
    setPassphrase,
    setAgain,
    submit,
  };
}

function problem(passphrase: string, again: string): string | undefined {
  if (passphrase === '') return passphraseWords.needed;
  return passphrase === again ? undefined : passphraseWords.different;
}
