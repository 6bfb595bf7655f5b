/** The settings as main has them, and the way to change one. */
import { useCallback, useEffect, useState } from 'react';
import type { CallResult } from '../../../preload/contract.ts';
import type { SettingsView } from '../../../preload/replies.ts';
import type { Failure } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';
import type { SettingValues } from './reset-section.tsx';
import type { SettingStore } from './use-setting.ts';

export interface SettingsState extends SettingStore {
  /** Null until main has answered. */
  readonly view: SettingsView | null;
  readonly failure: Failure | null;
  readonly load: () => Promise<void>;
  /** Several at once, as `set` does one. */
  readonly setAll: (values: SettingValues) => Promise<Failure | undefined>;
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

  async function changed(call: Promise<CallResult<'settings.set'>>): Promise<Failure | undefined> {
    const result = await call;
    if (!result.ok) return result.failure;
    setAnswer({ view: result.value, failure: null });
    return undefined;
  }

  return {
    view,
    failure,
    load,
    set: (key, value) => changed(api.call('settings.set', { key, value })),
    setAll: (values) => changed(api.call('settings.setAll', { values })),
    chooseCaFile: () => changed(api.call('settings.chooseCaFile', undefined)),
  };
}
