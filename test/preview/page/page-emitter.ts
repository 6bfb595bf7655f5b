/** A small event emitter for the preload script: the `events` module of a page. Runs in the page and refers to nothing outside. */

type Listener = (...values: unknown[]) => void;

export interface PageEmitter {
  on(name: string, listener: Listener): this;
  once(name: string, listener: Listener): this;
  off(name: string, listener: Listener): this;
  emit(name: string, ...values: unknown[]): boolean;
  listenerCount(name: string): number;
  removeAllListeners(name?: string): this;
  addListener(name: string, listener: Listener): this;
  removeListener(name: string, listener: Listener): this;
}

export function createPageEmitterClass(): new () => PageEmitter {
  class EventEmitter implements PageEmitter {
    readonly #listeners = new Map<string, { readonly call: Listener; readonly original: Listener }[]>();

    on(name: string, listener: Listener): this {
      return this.#add(name, listener, listener);
    }

    once(name: string, listener: Listener): this {
      const call: Listener = (...values) => {
        this.off(name, listener);
        listener(...values);
      };
      return this.#add(name, call, listener);
    }

    off(name: string, listener: Listener): this {
      const kept = [...(this.#listeners.get(name) ?? [])];
      const index = kept.findLastIndex(({ original }) => original === listener);
      if (index !== -1) kept.splice(index, 1);
      this.#listeners.set(name, kept);
      return this;
    }

    emit(name: string, ...values: unknown[]): boolean {
      const called = this.#listeners.get(name) ?? [];
      for (const { call } of called) call(...values);
      return called.length > 0;
    }

    listenerCount(name: string): number {
      return this.#listeners.get(name)?.length ?? 0;
    }

    removeAllListeners(name?: string): this {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }

    addListener(name: string, listener: Listener): this {
      return this.on(name, listener);
    }

    removeListener(name: string, listener: Listener): this {
      return this.off(name, listener);
    }

    #add(name: string, call: Listener, original: Listener): this {
      if (typeof original !== 'function') throw new TypeError('The "listener" argument must be of type function');
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { call, original }]);
      return this;
    }
  }
  return EventEmitter;
}
