/** For what ends after a while: whether the component that began it is still there. */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

export function useIsHere(): RefObject<boolean> {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  return isHere;
}
