/**
 * Behind the import page: reads a document, keeps what was chosen for each profile in it, and applies it.
 * Invariants: the answer to the last choice alone is shown; no secret is ever here; what is left is discarded in main.
 */
import type { ImportReply, ImportView, ImportItemView, ImportAction } from '../../../preload/import-views.ts';
import type { CallInput, CallResult } from '../../../preload/contract.ts';
import type { Failure } from '../../../preload/views.ts';
import type { Api } from '../../api.ts';
import { createStore } from '../../state/store.ts';
import type { ReadableStore } from '../../state/store.ts';

/** What a person chose for one profile; absent members are as the document has them. */
export interface ItemChoice {
  readonly action: ImportAction;
  readonly name?: string;
  readonly values?: Readonly<Record<string, string>>;
}

export interface ImportState {
  /** Null: nothing was read yet. */
  readonly view: ImportView | null;
  readonly choices: ReadonlyMap<number, ItemChoice>;
  /** Set once it is applied. */
  readonly reply: ImportReply | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
}

export interface ImportController {
  readonly state: ReadableStore<ImportState>;
  /** Asks for a file in a dialog of the system. */
  readonly choose: () => Promise<void>;
  readonly read: (text: string, fileName?: string) => Promise<void>;
  /** Goes on with one that main has opened already. */
  readonly resume: (id: string) => Promise<void>;
  readonly unlock: (passphrase: string) => Promise<void>;
  readonly decide: (item: ImportItemView, change: Partial<ItemChoice>) => void;
  readonly apply: () => Promise<void>;
  /** Names of those that stay; undefined when it failed. */
  readonly undo: () => Promise<readonly string[] | undefined>;
  readonly startOver: () => void;
  readonly close: () => void;
}

const nothing: ImportState = { view: null, choices: new Map(), reply: null, failure: null, isBusy: false };

/** What is chosen for it, or what comes of choosing nothing. */
export function choiceOf({ choices }: ImportState, item: ImportItemView): ItemChoice {
  return choices.get(item.index) ?? { action: item.action };
}

export function createImportController(api: Api): ImportController {
  const store = createStore<ImportState>(nothing);
  const put = (next: Partial<ImportState>): void => store.update((state) => ({ ...state, ...next }));
  let asked = 0;
  /** Main keeps nothing more under it. */
  let isOver = true;

  function discard(): void {
    const id = store.get().view?.id;
    if (id !== undefined && !isOver) void api.call('imports.discard', { id });
    isOver = true;
  }

  async function take(call: Promise<CallResult<'imports.choose'>>): Promise<void> {
    put({ isBusy: true, failure: null });
    const result = await call;
    if (!result.ok) return put({ isBusy: false, failure: result.failure });
    if (result.value === null) return put({ isBusy: false });
    if (store.get().view?.id !== result.value.id) discard();
    isOver = false;
    store.update(() => ({ ...nothing, view: result.value }));
  }

  async function preview(id: string): Promise<void> {
    const turn = ++asked;
    const result = await api.call('imports.preview', { id, choices: listed(store.get().choices) });
    if (turn !== asked || store.get().view?.id !== id) return;
    put(result.ok ? { view: result.value } : { failure: result.failure });
  }

  return {
    state: store,
    choose: () => take(api.call('imports.choose', undefined)),
    read: (text, fileName) => take(api.call('imports.read', { text, ...(fileName === undefined ? {} : { fileName }) })),
    resume: (id) => take(api.call('imports.preview', { id, choices: [] })),
    async unlock(passphrase) {
      const { view } = store.get();
      if (view !== null) await take(api.call('imports.unlock', { id: view.id, passphrase }));
    },
    decide(item, change) {
      const state = store.get();
      if (state.view === null) return;
      const choices = new Map(state.choices).set(item.index, { ...choiceOf(state, item), ...change });
      put({ choices, failure: null });
      void preview(state.view.id);
    },
    async apply() {
      const { view, choices } = store.get();
      if (view === null) return;
      put({ isBusy: true, failure: null });
      const result = await api.call('imports.apply', { id: view.id, choices: listed(choices) });
      if (!result.ok) return put({ isBusy: false, failure: result.failure });
      isOver = true;
      put({ isBusy: false, reply: result.value });
    },
    async undo() {
      const { view } = store.get();
      if (view === null) return undefined;
      put({ isBusy: true, failure: null });
      const result = await api.call('imports.undo', { id: view.id });
      if (!result.ok) {
        put({ isBusy: false, failure: result.failure });
        return undefined;
      }
      store.update(() => nothing);
      return result.value.kept;
    },
    startOver() {
      discard();
      store.update(() => nothing);
    },
    close: discard,
  };
}

function listed(choices: ReadonlyMap<number, ItemChoice>): CallInput<'imports.preview'>['choices'] {
  return [...choices].map(([index, choice]) => Object.assign({ index }, choice));
}
