/** Lets a profile, a key or a vendor's file that is pasted or dropped anywhere on the page fill the form. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useApp } from '../../state/app-context.ts';
import type { FormController } from './form-controller.ts';
import { fieldsFor } from './form-fields.ts';
import type { SystemDescription } from './form-types.ts';
import { createDocumentTaker } from './take-document.ts';

export interface Documents {
  /** Brings back what was there before; null: nothing was taken over, or it is taken back. */
  readonly undo: (() => void) | null;
  /** Something is held over the page that could be dropped. */
  readonly isOver: boolean;
}

/** Larger ones are none of the files that are meant. */
const mostBytes = 256 * 1024;

export function useDocuments(form: FormController, systems: readonly SystemDescription[]): Documents {
  const { api, toasts } = useApp();
  const [before, setBefore] = useState<{ readonly bringBack: () => void } | null>(null);
  const [isOver, setOver] = useState(false);
  const taker = useMemo(
    () =>
      createDocumentTaker({
        api,
        form,
        toasts,
        wantsKey: () => fieldsFor(systems, form.state.get().values).some(({ kind }) => kind === 'jwk'),
        filled: (bringBack) => setBefore({ bringBack }),
      }),
    [api, form, toasts, systems],
  );

  // Before the page is seen: who sees it may paste.
  useLayoutEffect(() => {
    function pasted(event: ClipboardEvent): void {
      if (taker.paste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    }
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, [taker]);

  useEffect(() => {
    function over(event: DragEvent): void {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    }
    function left(event: DragEvent): void {
      // Within the page the pointer leaves one element for the next.
      if (event.relatedTarget === null) setOver(false);
    }
    function dropped(event: DragEvent): void {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      setOver(false);
      if (file.size <= mostBytes) void file.text().then(taker.drop);
      else toasts.show({ kind: 'failed', text: 'That file is too large to be a profile or a key' });
    }
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
    };
  }, [taker, toasts]);

  return {
    isOver,
    undo:
      before === null
        ? null
        : () => {
            before.bringBack();
            setBefore(null);
          },
  };
}
