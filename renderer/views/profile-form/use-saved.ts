/** Saves, says so, and goes on to the profile. */
import { useCallback, useEffect, useRef } from 'react';
import { useApp } from '../../state/app-context.ts';
import { savedWords } from '../../words/form-words.ts';
import type { FormController } from './form-controller.ts';

/** They are whole sentences, and stand nowhere else. */
const warningsLastMs = 20_000;

/** `isNew`: the profile's page is shown next; after an edit it is where the person came from. `sign-in` opens the browser. */
export function useSaved(form: FormController, isNew: boolean): (next?: 'sign-in') => Promise<void> {
  const { navigation, toasts, signIn } = useApp();
  const isHere = useRef(true);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  return useCallback(
    async (next) => {
      const { auth } = form.state.get().values;
      const saved = await form.save();
      if (saved === undefined) return;
      const { id, name, warnings } = saved;
      toasts.show({
        kind: warnings.length === 0 ? 'done' : 'warning',
        text: savedWords(name),
        ...(warnings.length === 0 ? {} : { detail: warnings.join(' '), lastsMs: warningsLastMs }),
      });
      // A code wants to be read before a browser covers the window.
      if (next === 'sign-in') void (auth === 'device_code' ? signIn.start(id) : signIn.open(id));
      // Somebody who has left meanwhile is not called back.
      if (!isHere.current) return;
      if (isNew || next === 'sign-in') navigation.replace({ view: 'profile', id });
      else navigation.back();
    },
    [form, isNew, navigation, toasts, signIn],
  );
}
