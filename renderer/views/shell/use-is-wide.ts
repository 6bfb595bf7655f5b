/** Whether there is room for the list and a page side by side. */
import { useSyncExternalStore } from 'react';

/** 800 px at the default size of type; zoom counts. */
const query = '(min-width: 50rem)';

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
