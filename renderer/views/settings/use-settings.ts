/** The settings as main has them, and the way to change one. */
import { useCallback, useEffect, useState } from 'react';
import type { CallResult } from '../../../preload/contract.ts';
import type { SettingsView } from '../../../preload/replies.ts';
import type { Failure } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';

export interface SettingsState {
  /** Null until main has answered. */
  readonly view: SettingsView | null;
  readonly failure: Failure | null;
  readonly load: () => Promise<void>;
  /** Null goes back to the default. Undefined: it is stored; else what was wrong. */
  readonly set: (key: string, value: string | null) => Promise<Failure | undefined>;
  /** The same for several, in one go. */
  readonly setAll: (values: Readonly<Record<string, string | null>>) => Promise<Failure | undefined>;
}

export function useSettings(): SettingsState {
  const { api } = useApp();
  const [{ view, failure }, setAnswer] = useState<Pick<SettingsState, 'view' | 'failure'>>({
    view: null,
    failure: null,
  });

  const load = useCallback(async () => {
    const result: CallResult<'settings.list'> = await api.call('settings.list', undefined);
    setAnswer(result.ok ? { view: result.value, failure: null } : { view: null, failure: result.failure });
  }, [api]);

  useEffect(() => void load(), [load]);

  const set = useCallback(
    async (key: string, value: string | null) => {
      const result = await api.call('settings.set', { key, value });
      if (!result.ok) return result.failure;
      setAnswer({ view: result.value, failure: null });
      return undefined;
    },
    [api],
  );

  const setAll = useCallback(
    async (values: Readonly<Record<string, string | null>>) => {
      const result = await api.call('settings.setAll', { values });
      if (!result.ok) return result.failure;
      setAnswer({ view: result.value, failure: null });
      return undefined;
    },
    [api],
  );

  return { view, failure, load, set, setAll };
}
