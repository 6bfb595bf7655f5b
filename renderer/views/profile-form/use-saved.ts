/** Saves, says so, and goes on to the profile. */
import { useCallback, useEffect, useRef } from 'react';
import { useApp } from '../../state/app-context.ts';
import type { FormController } from './form-controller.ts';

/** `isNew`: the profile's page is shown next; after an edit it is where the person came from. */
export function useSaved(form: FormController, isNew: boolean): () => Promise<void> {
  const { navigation, toasts } = useApp();
  const isHere = useRef(true);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  return useCallback(async () => {
    const saved = await form.save();
    if (saved === undefined) return;
    const { id, name, warnings } = saved;
    toasts.show({
      kind: warnings.length === 0 ? 'done' : 'warning',
      text: `${name} is saved`,
      ...(warnings.length === 0 ? {} : { detail: warnings.join(' ') }),
    });
    // Somebody who has left meanwhile is not called back.
    if (!isHere.current) return;
    if (isNew) navigation.replace({ view: 'profile', id });
    else navigation.back();
  }, [form, isNew, navigation, toasts]);
}
