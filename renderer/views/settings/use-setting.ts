/** One setting while it is changed: stored at once, with a short confirmation or what was wrong. */
import { useEffect, useRef, useState } from 'react';
import type { SettingItem } from '../../../preload/replies.ts';
import type { Failure } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';

/** How long the confirmation stays, ms. */
const confirmedMs = 2_000;

/** How settings are stored. Undefined: it is; else what was wrong. */
export interface SettingStore {
  /** Null goes back to the default. */
  readonly set: (key: string, value: string | null) => Promise<Failure | undefined>;
  /** The file with certificates is asked for. */
  readonly chooseCaFile: () => Promise<Failure | undefined>;
}

export interface SettingChange {
  /** What is wrong with the last value, as a sentence. */
  readonly error: string | undefined;
  readonly isConfirmed: boolean;
  /** Null goes back to the default. */
  readonly store: (value: string | null) => Promise<void>;
  /** Asks for a file in a dialog of the system, and stores it. */
  readonly choose: () => Promise<void>;
  /** The person tries something else: what was wrong before is over. */
  readonly forget: () => void;
}

export function useSetting({ key, label }: SettingItem, { set, chooseCaFile }: SettingStore): SettingChange {
  const { clock } = useApp();
  const [error, setError] = useState<string>();
  const [confirmations, setConfirmations] = useState(0);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const attempts = useRef(0);

  useEffect(() => {
    if (confirmations === 0) return undefined;
    setIsConfirmed(true);
    const timer = clock.setTimer(confirmedMs, () => setIsConfirmed(false));
    return () => timer.cancel();
  }, [clock, confirmations]);

  async function change(store: () => Promise<Failure | undefined>): Promise<void> {
    const attempt = ++attempts.current;
    const failure = await store();
    if (attempt !== attempts.current) return;
    setError(failure === undefined ? undefined : sentence(failure, label));
    if (failure === undefined) setConfirmations((count) => count + 1);
  }

  return {
    error,
    isConfirmed,
    forget: () => setError(undefined),
    store: (value) => change(() => set(key, value)),
    choose: () => change(chooseCaFile),
  };
}

function sentence({ issues = [], what, next }: Failure, label: string): string {
  const [issue] = issues;
  if (issue === undefined) return `${what} ${next}`;
  const { message } = issue;
  return message.startsWith('Must ') ? `${label} m${message.slice(1)}` : message;
}
