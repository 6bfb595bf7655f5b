/** The state of the dialog that exports profiles. */
import { useState } from 'react';
import type { Failure } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';
import { useIsHere } from '../../state/use-is-here.ts';
import { exportedWords, exportWords } from '../../words/export-words.ts';
import { passphraseHint } from '../../words/passphrase-hint.ts';
import { passphraseWords } from '../../words/passphrase-words.ts';

type ExportKind = 'plain' | 'sealed';

export interface ExportForm {
  readonly kind: ExportKind;
  readonly passphrase: string;
  readonly again: string;
  /** What is wrong with the two; said after an attempt. */
  readonly problem: string | undefined;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly setKind: (kind: ExportKind) => void;
  readonly setPassphrase: (text: string) => void;
  readonly setAgain: (text: string) => void;
  readonly submit: () => Promise<void>;
}

/** Short ones are refused: whoever gets hold of the file may try as long as they like. */
const leastLevel = 3;

export function useExport(ids: readonly string[] | null, onClose: () => void): ExportForm {
  const { api, toasts } = useApp();
  const [kind, setKind] = useState<ExportKind>('plain');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isHere = useIsHere();
  const problem = kind === 'sealed' ? problemWith(passphrase, again) : undefined;

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isBusy || problem !== undefined) return;
    setIsBusy(true);
    setFailure(null);
    const result = await api.call('exports.save', {
      ...(ids === null ? {} : { ids: [...ids] }),
      ...(kind === 'sealed' ? { passphrase } : {}),
    });
    if (result.ok && result.value.outcome === 'saved') toasts.show(exportedWords(result.value));
    if (!isHere.current) return;
    setIsBusy(false);
    if (!result.ok) setFailure(result.failure);
    else if (result.value.outcome === 'saved') onClose();
  }

  return {
    kind,
    passphrase,
    again,
    problem: wasTried ? problem : undefined,
    failure,
    isBusy,
    setKind,
    setPassphrase,
    setAgain,
    submit,
  };
}

function problemWith(passphrase: string, again: string): string | undefined {
  if (passphrase === '') return passphraseWords.needed;
  if (passphraseHint(passphrase).level < leastLevel) return exportWords.short;
  return passphrase === again ? undefined : passphraseWords.different;
}
