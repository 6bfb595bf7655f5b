/** Takes a file that is dropped, or text that is pasted, anywhere on the page of the import. */
import { useCallback, useEffect } from 'react';
import { useFileDrop } from '../../components/use-file-drop.ts';
import { useApp } from '../../state/app-context.ts';
import { importWords } from '../../words/import-words.ts';
import type { ImportController } from './import-controller.ts';

const mostBytes = 8 * 1024 * 1024;

/** True while something is held over the page that could be dropped. */
export function useImportDrop(controller: ImportController): boolean {
  const { toasts } = useApp();

  useEffect(() => {
    function pasted(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '' || isLine(event.target)) return;
      // It may hold a secret, which no field is to show.
      event.preventDefault();
      void controller.read(text);
    }
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, [controller]);

  return useFileDrop(
    useCallback(
      (file) => {
        if (file.size > mostBytes) toasts.show({ kind: 'failed', text: importWords.tooLarge });
        else void file.text().then((text) => controller.read(text, file.name));
      },
      [controller, toasts],
    ),
  );
}

/** A name or a passphrase is pasted as usual. */
function isLine(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement;
}
