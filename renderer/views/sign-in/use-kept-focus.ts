/** Keeps the focus on the page when what had it goes: a sign-in ends by itself, and takes its buttons with it. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** For the element whose parts come and go: its first button gets the focus while it is there, else the page's title. */
export function useKeptFocus(): RefObject<HTMLElement | null> {
  const whole = useRef<HTMLElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      focused.current = target instanceof HTMLElement && whole.current?.contains(target) === true ? target : null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.isConnected) return;
    focused.current = null;
    // The person is somewhere else by now.
    if (document.activeElement !== document.body) return;
    const next = whole.current?.querySelector('button') ?? document.querySelector<HTMLElement>('.content h1');
    next?.focus({ preventScroll: true });
  });
  return whole;
}
