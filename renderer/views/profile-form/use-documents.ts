/** Lets a document that is pasted or dropped anywhere on the page fill the form. */
import { useCallback, useLayoutEffect } from 'react';
import { useFileDrop } from '../../components/use-file-drop.ts';
import { useApp } from '../../state/app-context.ts';
import { pastedSeveralAction, pastedTooLarge } from '../../words/paste-words.ts';
import type { FormController } from './form-controller.ts';
import { insertInto, lineUnder } from './line-under.ts';
import { looksLikeDocument, takeDocument } from './take-document.ts';
import type { DocumentOutcome } from './take-document.ts';

export interface Documents {
  /** Something is held over the page that could be dropped. */
  readonly isOver: boolean;
  /** Says what came of it, unless it filled the form: that is seen. */
  readonly tell: (outcome: DocumentOutcome) => void;
}

/** Larger ones are none of the files that are meant. */
export const mostBytes = 256 * 1024;

export function useDocuments(form: FormController): Documents {
  const { api, toasts, navigation } = useApp();

  const tell = useCallback(
    (outcome: DocumentOutcome): void => {
      if (outcome.kind === 'filled') return;
      const { what, next } = outcome;
      const importId = outcome.kind === 'refused' ? outcome.importId : undefined;
      toasts.show({
        kind: importId === undefined ? 'failed' : 'warning',
        text: what,
        detail: next,
        ...(importId === undefined
          ? {}
          : { action: { label: pastedSeveralAction, run: () => navigation.go({ view: 'import', id: importId }) } }),
      });
    },
    [toasts, navigation],
  );

  // Before the page is seen: who sees it may paste.
  useLayoutEffect(() => {
    function pasted(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const line = lineUnder(event.target);
      if (text.trim() === '' || (line !== null && !looksLikeDocument(text))) return;
      // It may hold a secret, and the line would show it until main has answered.
      event.preventDefault();
      void take(text, line);
    }
    async function take(text: string, line: ReturnType<typeof lineUnder>): Promise<void> {
      const outcome = await takeDocument(api, form, text);
      if (outcome.kind === 'unknown' && line !== null) insertInto(line, text);
      else tell(outcome);
    }
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, [api, form, tell]);

  const takeFile = useCallback(
    async (file: File): Promise<void> => {
      if (file.size > mostBytes) return toasts.show({ kind: 'failed', text: pastedTooLarge });
      const text = await file.text();
      const outcome = await takeDocument(api, form, text);
      // Where a key is wanted, main says what the file is instead of one.
      if (outcome.kind !== 'unknown' || !form.wants('privateKeyJwk')) return tell(outcome);
      form.setSecret('privateKeyJwk', text);
      form.leave('secrets.privateKeyJwk');
    },
    [api, form, toasts, tell],
  );
  const isOver = useFileDrop(useCallback((file) => void takeFile(file), [takeFile]));

  return { isOver, tell };
}
