/** Waits until nobody presses: what moves while a pointer is held down is not what the person meant to click. */
import { useCallback, useEffect, useRef } from 'react';
import { useApp } from '../../state/app-context.ts';

/** Runs what it is given once no button of a pointer is held, at once where none is. */
export function useAfterPress(): (run: () => void) => void {
  const { clock } = useApp();
  /** Null while nothing is held. */
  const waiting = useRef<(() => void)[] | null>(null);

  useEffect(() => {
    function pressed(): void {
      waiting.current ??= [];
    }
    function released(): void {
      const runs = waiting.current ?? [];
      waiting.current = null;
      // The click comes after the release.
      if (runs.length > 0) clock.setTimer(0, () => runs.forEach((run) => run()));
    }
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('pointerup', released, true);
    document.addEventListener('pointercancel', released, true);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('pointerup', released, true);
      document.removeEventListener('pointercancel', released, true);
    };
  }, [clock]);

  return useCallback((run) => {
    if (waiting.current === null) run();
    else waiting.current.push(run);
  }, []);
}
