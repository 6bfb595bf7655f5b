/** Takes a file that is dropped, or text that is pasted, anywhere on the page of the import. */
import { useEffect, useState } from 'react';
import { useApp } from '../../state/app-context.ts';
import { importWords } from '../../words/import-words.ts';
import type { ImportController } from './import-controller.ts';

const mostBytes = 8 * 1024 * 1024;

/** True while something is held over the page that could be dropped. */
export function useImportDrop(controller: ImportController): boolean {
  const { toasts } = useApp();
  const [isOver, setOver] = useState(false);

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
      if (file.size > mostBytes) toasts.show({ kind: 'failed', text: importWords.tooLarge });
      else void file.text().then((text) => controller.read(text, file.name));
    }
    function pasted(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '' || isLine(event.target)) return;
      // It may hold a secret, which no field is to show.
      event.preventDefault();
      void controller.read(text);
    }
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
      document.removeEventListener('paste', pasted);
    };
  }, [controller, toasts]);

  return isOver;
}

/** A name or a passphrase is pasted as usual. */
function isLine(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement;
}
