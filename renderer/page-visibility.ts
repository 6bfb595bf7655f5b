/** Whether anybody can see the page. */
import type { Visibility } from './ticker.ts';

export const pageVisibility: Visibility = {
  isVisible: () => document.visibilityState === 'visible',
  onChange: (listener) => document.addEventListener('visibilitychange', listener),
};
