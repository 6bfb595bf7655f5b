/**
 * The context bridge between a page's scripts and its preload script, which live in two worlds that share no objects.
 * Each world has one membrane on the same port; only copies pass, and functions and promises as stand-ins. A port's
 * events are synchronous and Chromium clones their data from world to world. Each half is made of its own world's built-ins:
 * a page that replaces its own breaks its own calls and no others. Runs in the page and refers to nothing outside.
 */

export interface Membrane {
  /** Throws for what cannot be cloned. */
  wrap(value: unknown): unknown;
  unwrap(wrapped: unknown): unknown;
}

type Wrapped =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: number }
  | { readonly kind: 'array'; readonly items: readonly Wrapped[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Wrapped])[] };

type Callable = (...values: unknown[]) => unknown;

export function createMembrane(port: EventTarget, here: string, there: string): Membrane {
  const functions: Callable[] = [];
  const places = new Map<unknown, number>();
  const awaited = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  let nextId = 0;

  const send = (kind: string, data: unknown) => port.dispatchEvent(new MessageEvent(`${there}:${kind}`, { data }));
  const receive = (kind: string, run: (data: never) => void) =>
    port.addEventListener(`${here}:${kind}`, (event) => run((event as MessageEvent).data as never));

  function wrap(value: unknown): Wrapped {
    if (typeof value === 'function') return { kind: 'function', id: placeOf(value as Callable) };
    if (value instanceof Promise) return { kind: 'promise', id: follow(value) };
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (Array.isArray(value)) return { kind: 'array', items: value.map(wrap) };
    if (Object.prototype.toString.call(value) === '[object Object]') {
      const entries = Object.entries(value as object).map(([key, held]) => [key, wrap(held)] as const);
      return { kind: 'object', entries };
    }
    return { kind: 'value', value: structuredClone(value) };
  }

  function unwrap(wrapped: Wrapped): unknown {
    if (wrapped.kind === 'function') return (...values: unknown[]) => call(wrapped.id, values);
    if (wrapped.kind === 'promise')
      return new Promise((resolve, reject) => awaited.set(wrapped.id, { resolve, reject }));
    if (wrapped.kind === 'error') return new Error(wrapped.message);
    if (wrapped.kind === 'array') return wrapped.items.map(unwrap);
    if (wrapped.kind === 'object') return Object.fromEntries(wrapped.entries.map(([key, held]) => [key, unwrap(held)]));
    return wrapped.value;
  }

  function placeOf(run: Callable): number {
    const place = places.get(run) ?? functions.push(run) - 1;
    places.set(run, place);
    return place;
  }

  function follow(promise: Promise<unknown>): number {
    const id = nextId++;
    const settle = (isKept: boolean) => (value: unknown) => send('settled', { id, isKept, value: wrap(value) });
    promise.then(settle(true), settle(false));
    return id;
  }

  function call(id: number, values: readonly unknown[]): unknown {
    let answer: { readonly isKept: boolean; readonly value: Wrapped } | undefined;
    const number = nextId++;
    port.addEventListener(`${here}:answer:${number}`, (event) => (answer = (event as MessageEvent).data as never), {
      once: true,
    });
    send('call', { id, number, values: values.map(wrap) });
    if (answer === undefined) throw new Error('The other side of the bridge is gone.');
    const value = unwrap(answer.value);
    if (!answer.isKept) throw value;
    return value;
  }

  function run(id: number, values: readonly Wrapped[]): { isKept: boolean; value: Wrapped } {
    try {
      return { isKept: true, value: wrap(functions[id]?.(...values.map(unwrap))) };
    } catch (error) {
      return { isKept: false, value: wrap(error instanceof Error ? new Error(error.message) : error) };
    }
  }

  receive('call', ({ id, number, values }: { id: number; number: number; values: readonly Wrapped[] }) =>
    send(`answer:${number}`, run(id, values)),
  );
  receive('settled', ({ id, isKept, value }: { id: number; isKept: boolean; value: Wrapped }) => {
    const waiting = awaited.get(id);
    awaited.delete(id);
    if (isKept) waiting?.resolve(unwrap(value));
    else waiting?.reject(unwrap(value));
  });
  return { wrap, unwrap: (wrapped) => unwrap(wrapped as Wrapped) };
}
