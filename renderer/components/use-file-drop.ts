/** Takes a file that is dropped anywhere on the page. */
import { useEffect, useState } from 'react';

/** True while something is held over the page that could be dropped. `take` stays the same from one rendering to the next. */
export function useFileDrop(take: (file: File) => void): boolean {
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
      take(file);
    }
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
    };
  }, [take]);

  return isOver;
}
