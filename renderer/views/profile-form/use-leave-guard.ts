/** Holds every way out of a page while leaving it would lose something. */
import { useEffect, useState } from 'react';
import { useApp } from '../../state/app-context.ts';

export interface LeaveGuard {
  readonly isAsking: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** `isDirty` is asked at each attempt, and must keep its identity. */
export function useLeaveGuard(isDirty: () => boolean): LeaveGuard {
  const { navigation } = useApp();
  const [held, setHeld] = useState<{ readonly proceed: () => void } | null>(null);

  useEffect(() => navigation.guard((proceed) => (isDirty() ? setHeld({ proceed }) : proceed())), [navigation, isDirty]);

  // The window closes only when main has asked.
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isDirty]);

  return {
    isAsking: held !== null,
    stay: () => setHeld(null),
    leave() {
      setHeld(null);
      held?.proceed();
    },
  };
}
