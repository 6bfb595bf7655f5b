/**
 * What is pasted into the form: it fills in the draft, can be taken back, and is forgotten by main when it is.
 * Invariant: main keeps no secrets for a paste that was taken back, and after `forget` none for any.
 */
import type { Api } from '../../api.ts';
import type { FormState } from './form-state.ts';
import type { SystemDescription } from './form-types.ts';
import { forStored, takePasted } from './pasted-values.ts';
import type { PastedDraft } from './pasted-values.ts';

export interface Pasting {
  /** Fills the form from what was pasted. False, and nothing happens, where nothing in it has a use for that. */
  readonly take: (reply: PastedDraft) => boolean;
  /** Brings back what was there before the last time. */
  readonly undo: () => void;
  /** The form is left, or what it holds is saved. */
  readonly forget: () => void;
}

export function createPasting(parts: {
  readonly api: Api;
  readonly systems: readonly SystemDescription[];
  readonly isNew: boolean;
  readonly state: () => FormState;
  /** False, and nothing happens, while nothing may be changed. */
  readonly change: (next: FormState) => boolean;
}): Pasting {
  const { api, systems, isNew, state, change } = parts;
  /** What was there before each paste, the last one at the end. */
  let before: readonly FormState[] = [];

  function forgetAll(states: readonly FormState[]): void {
    const ids = new Set(states.flatMap(({ pasted }) => pasted?.id ?? []));
    for (const pasted of ids) void api.call('profiles.forgetPasted', { pasted });
  }

  return {
    take(reply) {
      const now = state();
      const useful = isNew ? reply : forStored(reply, now.values.system);
      const taken = useful === undefined ? undefined : takePasted(now, useful, systems);
      if (taken === undefined || !change(taken)) return false;
      before = [...before, now];
      return true;
    },
    undo() {
      const now = state();
      const last = before.at(-1);
      if (last === undefined || !change({ ...last, work: { kind: 'idle' } })) return;
      before = before.slice(0, -1);
      if (last.pasted?.id !== now.pasted?.id) forgetAll([now]);
    },
    forget: () => forgetAll([state(), ...before]),
  };
}
