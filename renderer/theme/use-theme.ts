/** Puts the chosen theme on the document; without one the system's preference holds. */
import { useEffect } from 'react';
import type { AppHeader } from '../../preload/views.ts';

export function useTheme(theme: AppHeader['theme']): void {
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
