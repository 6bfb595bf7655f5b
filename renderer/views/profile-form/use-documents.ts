/** Lets a document that is pasted or dropped anywhere on the page fill the form. */
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
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
  const [isOver, setOver] = useState(false);

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
      if (file.size > mostBytes) return toasts.show({ kind: 'failed', text: pastedTooLarge });
      void file.text().then(takeFile);
    }
    async function takeFile(text: string): Promise<void> {
      const outcome = await takeDocument(api, form, text);
      // Where a key is wanted, main says what the file is instead of one.
      if (outcome.kind !== 'unknown' || !form.wants('privateKeyJwk')) return tell(outcome);
      form.setSecret('privateKeyJwk', text);
      form.leave('secrets.privateKeyJwk');
    }
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
    };
  }, [api, form, toasts, tell]);

  return { isOver, tell };
}
