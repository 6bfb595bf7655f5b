/** A bridge whose calls are answered by the test, one by one. */
import type { CallName, EventName, Events } from '../../../preload/contract.ts';
import type { Api } from '../../../renderer/api.ts';

export class FakeApi {
  readonly calls: { readonly name: CallName; readonly input: unknown }[] = [];
  private readonly results = new Map<CallName, unknown[]>();
  private readonly listeners = new Map<EventName, Set<(payload: never) => void>>();

  /** Answers of this call in turn; the last one stays. */
  will(name: CallName, ...results: unknown[]): this {
    this.results.set(name, results);
    return this;
  }

  emit<Name extends EventName>(name: Name, payload: Events[Name]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(payload as never);
  }

  get listenerCount(): number {
    return [...this.listeners.values()].reduce((count, all) => count + all.size, 0);
  }

  readonly api: Api = {
    call: async (name, input) => {
      this.calls.push({ name, input });
      const results = this.results.get(name) ?? [{ ok: true, value: null }];
      return (await (results.length > 1 ? results.shift() : results[0])) as never;
    },
    on: (name, listener) => {
      const all = this.listeners.get(name) ?? new Set();
      this.listeners.set(name, all.add(listener));
      return () => void all.delete(listener);
    },
  };
}

export const ok = (value: unknown) => ({ ok: true, value });
export const failed = { ok: false, failure: { code: 'network.failed', what: 'It failed.', next: 'Try again.' } };
