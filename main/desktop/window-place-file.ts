/** Remembers the place of the window in a file of its own: nobody else is to be told when it changes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readPlace } from './window-bounds.ts';
import type { WindowPlace } from './window-bounds.ts';

export interface PlaceKeeper {
  read(): WindowPlace | undefined;
  /** Never fails: a window that opens somewhere else is no harm. */
  write(place: WindowPlace): void;
}

export function createPlaceKeeper(path: string): PlaceKeeper {
  return {
    read() {
      try {
        return readPlace(readFileSync(path, 'utf8'));
      } catch {
        return undefined;
      }
    },
    write(place) {
      try {
        writeFileSync(path, JSON.stringify(place), { mode: 0o600 });
      } catch {
        // The folder is full or gone; storage says so where it matters.
      }
    },
  };
}
