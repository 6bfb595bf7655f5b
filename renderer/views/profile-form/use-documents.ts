/** Lets a profile that is pasted anywhere on the page fill the form. */
import { useLayoutEffect, useState } from 'react';
import { useApp } from '../../state/app-context.ts';
import type { FormController } from './form-controller.ts';
import { readPasted } from './pasted-profile.ts';

export interface LastPaste {
  /** Brings back what was there before; null: nothing was pasted, or it is taken back. */
  readonly undo: (() => void) | null;
}

export function usePaste(form: FormController): LastPaste {
  const { toasts } = useApp();
  const [before, setBefore] = useState<{ readonly bringBack: () => void } | null>(null);

  // Before the page is seen: who sees it may paste.
  useLayoutEffect(() => {
    function pasted(event: ClipboardEvent): void {
      const found = readPasted(event.clipboardData?.getData('text/plain') ?? '');
      if (found === undefined) return;
      event.preventDefault();
      if (found.kind === 'profile') return setBefore({ bringBack: form.replace(found.draft, found.secrets) });
      toasts.show({
        kind: 'failed',
        text: `That holds ${found.count} profiles`,
        detail: 'A form takes one. For all of them use the command line: tokentray import FILE',
      });
    }
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, [form, toasts]);

  if (before === null) return { undo: null };
  return {
    undo() {
      before.bringBack();
      setBefore(null);
    },
  };
}
