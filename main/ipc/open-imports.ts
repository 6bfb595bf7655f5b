/**
 * Documents that somebody is about to import, with their secrets: they stay here until they are imported.
 * Invariants: at most four are kept, each for an hour.
 */
import { randomUUID } from 'node:crypto';
import type { Clock, Timer } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { FoundDocument } from '../transfer/found.ts';

const lifetimeMs = 60 * 60_000;
const mostKept = 4;

export interface OpenImport {
  readonly document: FoundDocument;
  /** Without its folder; null for what was pasted. */
  readonly fileName: string | null;
}

export interface OpenImports {
  /** Returns the id under which it is kept. */
  open(found: OpenImport): string;
  /** Throws `internal.bad_request` when it is gone. */
  get(id: string): OpenImport;
  /** In place of what is kept under that id. */
  put(id: string, found: OpenImport): void;
  forget(id: string): void;
}

export function createOpenImports(clock: Clock): OpenImports {
  const kept = new Map<string, { readonly found: OpenImport; readonly timer: Timer }>();

  function forget(id: string): void {
    kept.get(id)?.timer.cancel();
    kept.delete(id);
  }

  function put(id: string, found: OpenImport): void {
    forget(id);
    kept.set(id, { found, timer: clock.setTimer(lifetimeMs, () => kept.delete(id)) });
    for (const old of [...kept.keys()].slice(0, -mostKept)) forget(old);
  }

  return {
    open(found) {
      const id = randomUUID();
      put(id, found);
      return id;
    },
    put,
    get(id) {
      const found = kept.get(id)?.found;
      if (found !== undefined) return found;
      throw new TokentrayError('internal.bad_request', { data: { detail: 'an import that is over' } });
    },
    forget,
  };
}
