/** Lets a button show for a moment that its copy has arrived. */
import { useCallback } from 'react';
import { useApp } from './app-context.ts';
import { useSelected } from './use-store.ts';

export function useJustCopied(id: string): boolean {
  const { actions } = useApp();
  return useSelected(
    actions.justCopied,
    useCallback((copied) => copied?.id === id, [id]),
  );
}
