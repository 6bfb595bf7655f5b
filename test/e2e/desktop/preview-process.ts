/** The preview host in a process of its own, and the orders that a test gives it. */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import type {
  ControlReply,
  ControlRequest,
  OrderAnswer,
  OrderInput,
  OrderName,
} from '../../preview/control-protocol.ts';
import { watchProcess } from './app-process.ts';
import type { Watched } from './app-process.ts';

export interface PreviewProcess extends Watched {
  /** Rejects with the host's reason, and when the process has ended. */
  order<Name extends OrderName>(name: Name, input: OrderInput<Name>): Promise<OrderAnswer<Name>>;
  /** Messages of the application itself, not of the host, from the first on. */
  onMessage(listener: (message: unknown) => void): void;
  send(message: object): void;
}

/**
 * Resolves when the application is ready; rejects with its output when it ends before.
 * @param options `isShown`: on the display of the environment; nowhere by default
 */
export async function startPreview(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  { isShown = false }: { readonly isShown?: boolean } = {},
): Promise<PreviewProcess> {
  const own = ['--control', ...(isShown ? [] : ['--headless'])];
  const child = fork(resolve('test/preview/run.ts'), [...own, ...words], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const watched = watchProcess(child);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const fromApp = new EventEmitter();
  const unheard: unknown[] = [];
  const ready = Promise.withResolvers<void>();
  let nextId = 0;

  child.on('message', (message: ControlReply) => {
    if (message.kind === 'ready') return ready.resolve();
    if (message.kind !== 'answer' && message.kind !== 'failure') {
      if (!fromApp.emit('message', message)) unheard.push(message);
      return undefined;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    return message.kind === 'answer' ? call?.resolve(message.value) : call?.reject(new Error(message.message));
  });
  void watched.ended.then((code) => {
    const error = new Error(`The preview ended with ${code}: ${watched.output()}`);
    ready.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  await ready.promise;

  return {
    ...watched,
    onMessage(listener) {
      fromApp.on('message', listener);
      for (const message of unheard.splice(0)) listener(message);
    },
    send: (message) => void child.send(message),
    order<Name extends OrderName>(name: Name, input: OrderInput<Name>) {
      const id = nextId++;
      return new Promise<OrderAnswer<Name>>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        if (!child.connected) return reject(new Error('The preview has ended'));
        child.send({ id, name, input } satisfies ControlRequest);
      });
    },
  };
}
