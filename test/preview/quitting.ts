/** The order in which an application ends: before-quit, windows close, will-quit, quit; each step can be prevented but the last. */
import { createAppEvent } from './app-event.ts';
import type { WindowList } from './window-list.ts';

/** Invariants: `ended` is called once; a prevented step takes back the wish to quit. */
export interface Quitting {
  readonly isUnderWay: boolean;
  quit(): void;
  /** Destroys the windows and asks nobody. */
  exit(code: number): void;
  windowGone(): void;
  windowKept(): void;
}

export interface QuittingParts {
  readonly windows: () => WindowList;
  emit(name: string, ...values: unknown[]): boolean;
  listenerCount(name: string): number;
  ended(code: number): void;
}

export function createQuitting(parts: QuittingParts): Quitting {
  const { windows, emit, listenerCount, ended } = parts;
  let isQuitting = false;
  let exitCode: number | null = null;
  let hasEnded = false;

  function ask(name: 'before-quit' | 'will-quit'): boolean {
    const event = createAppEvent();
    emit(name, event);
    return !event.defaultPrevented;
  }

  function end(code: number): void {
    if (hasEnded) return;
    hasEnded = true;
    isQuitting = true;
    emit('quit', createAppEvent(), code);
    ended(code);
  }

  function finish(): void {
    if (ask('will-quit')) end(0);
    else isQuitting = false;
  }

  function quit(): void {
    if (isQuitting) return;
    isQuitting = ask('before-quit');
    if (!isQuitting) return;
    const open = windows().all();
    if (open.length === 0) finish();
    for (const window of open) if (!window.isDestroyed()) window.close();
  }

  return {
    get isUnderWay() {
      return isQuitting;
    },
    quit,
    exit(code) {
      if (hasEnded) return;
      isQuitting = true;
      exitCode = code;
      const open = windows().all();
      if (open.length === 0) end(code);
      for (const window of open) window.destroy();
    },
    windowKept() {
      isQuitting = false;
    },
    windowGone() {
      if (windows().all().length > 0) return;
      if (exitCode !== null) end(exitCode);
      else if (isQuitting) finish();
      else if (listenerCount('window-all-closed') > 0) emit('window-all-closed');
      else quit();
    },
  };
}
