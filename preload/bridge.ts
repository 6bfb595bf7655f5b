/** The bridge between the window and the main process, over Electron's IPC: one channel for calls, one for each event. */
import { callChannel, eventChannel, eventNames } from './contract.ts';
import type { Bridge, CallInput, CallName, CallResult, EventName, Events } from './contract.ts';

/** The part of Electron's `ipcRenderer` that is used. */
export interface Wire {
  invoke(channel: string, ...values: unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, payload: unknown) => void): unknown;
}

type Listener = (payload: unknown) => void;

/**
 * Listens to main from the start: what main asks of a window that is just opening (`app.navigate`, `app.toast`) waits for
 * the first listener.
 */
export function createBridge(wire: Wire): Bridge {
  const listeners = new Map<EventName, Set<Listener>>(eventNames.map((name) => [name, new Set()]));
  const waiting = new Map<EventName, unknown[]>([
    ['app.navigate', []],
    ['app.toast', []],
  ]);

  for (const [name, those] of listeners) {
    wire.on(eventChannel(name), (_event, payload) => {
      if (those.size === 0) waiting.get(name)?.push(payload);
      for (const listener of those) listener(payload);
    });
  }

  return {
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<Name>> {
      try {
        return (await wire.invoke(callChannel, name, input)) as CallResult<Name>;
      } catch {
        // Electron's message names the channel; it helps nobody.
        return { ok: false, failure: noAnswer };
      }
    },
    on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void {
      const those = listeners.get(name);
      if (those === undefined) return () => undefined;
      // Wrapped, so that the same function can listen twice and each end is its own.
      const each: Listener = (payload) => listener(payload as Events[Name]);
      those.add(each);
      for (const payload of waiting.get(name)?.splice(0) ?? []) each(payload);
      return () => void those.delete(each);
    },
  };
}

const noAnswer = {
  code: 'internal.unexpected',
  what: 'The application did not answer.',
  next: 'Close the window and open it again.',
} as const;
