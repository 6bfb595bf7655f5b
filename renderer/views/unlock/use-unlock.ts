/** Knocks at the vault. When it opens, main says so to the whole window, and what asked for it goes away. */
import { useState } from 'react';
import type { Failure } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';
import { useIsHere } from '../../state/use-is-here.ts';

export interface UnlockAttempt {
  readonly isBusy: boolean;
  /** Of the last attempt. */
  readonly failure: Failure | null;
  /** True when it opened. */
  readonly unlock: (passphrase?: string) => Promise<boolean>;
  readonly forget: () => void;
}

export function useUnlock(): UnlockAttempt {
  const { api } = useApp();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isHere = useIsHere();

  return {
    isBusy,
    failure,
    forget: () => setFailure(null),
    async unlock(passphrase) {
      if (isBusy) return false;
      setIsBusy(true);
      const result = await api.call('vault.unlock', passphrase === undefined ? {} : { passphrase });
      if (!isHere.current) return result.ok;
      setIsBusy(false);
      setFailure(result.ok ? null : result.failure);
      return result.ok;
    },
  };
}
