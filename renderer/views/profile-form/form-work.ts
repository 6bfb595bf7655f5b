/** Tests and saves the draft. Invariants: of two questions only the last one's answer counts; one save at a time. */
import type { CallInput } from '../../../preload/contract.ts';
import type { Failure } from '../../../preload/views.ts';
import type { Api } from '../../api.ts';
import { canSaveAnyway, isWorking } from './form-state.ts';
import type { Work } from './form-state.ts';

interface SavedProfile {
  readonly id: string;
  readonly name: string;
  /** Things worth knowing, as sentences. */
  readonly warnings: readonly string[];
}

export interface FormWork {
  readonly test: () => Promise<void>;
  /** Waits no longer for the answer of a test; its request is under way all the same. */
  readonly cancel: () => void;
  /** Undefined when it was refused; the state says why. */
  readonly save: () => Promise<SavedProfile | undefined>;
  /** The draft has changed: what was asked about it counts no more. */
  readonly forget: () => void;
}

export function createFormWork(parts: {
  readonly api: Api;
  readonly isNew: boolean;
  readonly work: () => Work;
  readonly question: () => CallInput<'profiles.validate'>;
  readonly told: (work: Work) => void;
  readonly refused: (during: 'test' | 'save', failure: Failure) => void;
}): FormWork {
  const { api, isNew, work, question, told, refused } = parts;
  /** Of the test or save whose answer is waited for. */
  let last = 0;

  return {
    async test() {
      if (isWorking({ work: work() })) return;
      const number = ++last;
      told({ kind: 'testing' });
      const result = await api.call('profiles.test', question());
      if (number !== last) return;
      if (result.ok) told({ kind: 'passed', reply: result.value });
      else refused('test', result.failure);
    },
    cancel() {
      if (work().kind !== 'testing') return;
      last++;
      told({ kind: 'idle' });
    },
    async save() {
      const before = work();
      if (isWorking({ work: before })) return undefined;
      const asked = question();
      // A new profile is never tried by saving it.
      const isUntested = !isNew && (before.kind === 'passed' || canSaveAnyway(before));
      told({ kind: 'saving' });
      const result = await api.call('profiles.save', { ...asked, ...(isUntested ? { untested: true } : {}) });
      if (result.ok) return { ...result.value, name: String(asked.draft['name']) };
      refused('save', result.failure);
      return undefined;
    },
    forget() {
      last++;
    },
  };
}
