/**
 * Behind the add and edit form: holds the draft, has it checked while it changes, tests and saves it.
 * Invariants: a change ends the waiting for a test; while a save is under way nothing changes; typed secrets are kept here
 * alone, and after `close`, or once they are saved, nowhere.
 */
import type { CallInput } from '../../../preload/contract.ts';
import type { Failure } from '../../../preload/views.ts';
import type { Api } from '../../api.ts';
import type { Clock } from '../../clock.ts';
import { createStore } from '../../state/store.ts';
import type { ReadableStore } from '../../state/store.ts';
import { correct, spreadOver } from './correct.ts';
import { authsOf, fieldsFor, usableFields } from './form-fields.ts';
import { canSaveAnyway, initialState, isWorking } from './form-state.ts';
import type { FormState } from './form-state.ts';
import type { AuthKind, Draft, Issue, Pair, SecretKind, SystemDescription, SystemId } from './form-types.ts';
import { draftOf, emptyValues, valuesOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import { without } from './json-path.ts';
import { createLookUp, looksUpBy } from './look-up.ts';
import type { LookUpState } from './look-up.ts';
import { createLiveValidation } from './live-validation.ts';
import { hasSecrets, typedSecrets } from './typed-secrets.ts';
import type { SecretTexts } from './typed-secrets.ts';

export interface FormController {
  readonly state: ReadableStore<FormState>;
  readonly chooseSystem: (system: SystemId) => void;
  readonly chooseAuth: (auth: AuthKind) => void;
  readonly setText: (path: string, text: string) => void;
  readonly setPairs: (path: string, pairs: readonly Pair[]) => void;
  readonly setSecret: (kind: SecretKind, text: string) => void;
  /** Takes the suggestion of an issue. */
  readonly takeSuggestion: (issue: Issue) => void;
  /** Takes something out that no control shows. */
  readonly leaveOut: (path: string) => void;
  /** In place of everything that was entered; returns what brings that back. */
  readonly replace: (draft: Draft, secrets: SecretTexts) => () => void;
  /** Fills in what the server tells of itself. */
  readonly lookUp: () => Promise<void>;
  /** Pins the issuer that the server names, with the address at which it does, and looks up again. */
  readonly takeIssuer: (issuer: string, info: string) => Promise<void>;
  readonly test: () => Promise<void>;
  /** Waits no longer for the answer of a test; its request is under way all the same. */
  readonly cancel: () => void;
  /** Undefined when it was refused; the state says why. */
  readonly save: () => Promise<SavedProfile | undefined>;
  /** True while leaving would lose something. */
  readonly isDirty: () => boolean;
  readonly close: () => void;
}

interface SavedProfile {
  readonly id: string;
  readonly name: string;
  /** Things worth knowing, as sentences. */
  readonly warnings: readonly string[];
}

export interface StoredDefinition {
  readonly id: string;
  readonly definition: Draft;
}

export function createFormController(parts: {
  readonly api: Api;
  readonly clock: Clock;
  readonly systems: readonly SystemDescription[];
  /** The profile that is edited; null for a new one. */
  readonly stored: StoredDefinition | null;
}): FormController {
  const { api, clock, systems, stored } = parts;
  const initial = stored === null ? emptyValues : valuesOf(stored.definition, systems);
  const store = createStore(initialState(initial));
  const put = (next: Partial<FormState>): void => store.update((state) => ({ ...state, ...next }));
  const validation = createLiveValidation({ api, clock, question, answered: (issues) => put({ issues }) });
  const lookUp = createLookUp({
    api,
    draft: () => draftOf(store.get().values, systems),
    fields: () => fieldsFor(systems, store.get().values),
    told: lookedUp,
  });
  /** Of the test or save whose answer is waited for. */
  let lastWork = 0;
  let isOver = false;
  const enteredAtFirst = entered();

  /** For comparing. A system that was only chosen for a new profile is nothing to lose. */
  function entered(): string {
    const draft = draftOf(store.get().values, systems);
    return JSON.stringify(stored === null ? without(without(draft, 'system'), 'auth') : draft);
  }

  function question(): CallInput<'profiles.validate'> {
    const { values, secrets: texts } = store.get();
    const secrets = typedSecrets(texts, usableFields(fieldsFor(systems, values), values.texts));
    return {
      ...(stored === null ? {} : { id: stored.id }),
      draft: { ...draftOf(values, systems) },
      ...(secrets === undefined ? {} : { secrets }),
    };
  }

  function lookedUp(state: LookUpState, draft?: Draft): void {
    if (draft !== undefined) changeValues((now) => spreadOver(now, draft, systems));
    const { issues = [] } = state.kind === 'failed' ? state.failure : {};
    const touched = new Set([...store.get().touched, ...issues.map(({ path }) => path)]);
    put({ lookUp: state, ...(issues.length === 0 ? {} : { issues, touched }) });
  }

  function change(next: (state: FormState) => Partial<FormState>): void {
    if (isOver || store.get().work.kind === 'saving') return;
    lastWork++;
    put({ work: { kind: 'idle' }, ...next(store.get()) });
    if (stored !== null || Object.keys(draftOf(store.get().values, systems)).length > 0) return validation.later();
    // A form in which nothing is entered has nothing wrong with it.
    validation.forget();
    put({ issues: [] });
  }

  /** `path`: of the field that was touched. */
  function changeValues(next: (values: FormValues) => Partial<FormValues>, path?: string): void {
    change(({ values, touched }) => ({
      values: { ...values, ...next(values) },
      ...(path === undefined ? {} : { touched: new Set(touched).add(path) }),
    }));
  }

  function refused(during: 'test' | 'save', failure: Failure): void {
    const { issues = [] } = failure;
    put({ work: { kind: 'failed', during, failure } });
    if (issues.length === 0) return;
    validation.forget();
    put({ issues, showsAll: true, refusals: store.get().refusals + 1 });
  }

  function close(): void {
    isOver = true;
    lastWork++;
    validation.forget();
    put({ secrets: {} });
  }

  return {
    state: store,
    chooseSystem(system) {
      lookUp.forget();
      const [first = null, ...others] = authsOf(systems, system);
      changeValues(({ auth, rest }) => ({
        system,
        auth: others.find((each) => each === auth) ?? first,
        rest: without(without(rest, 'system'), 'auth'),
      }));
    },
    chooseAuth(auth) {
      lookUp.forget();
      changeValues(({ rest }) => ({ auth, rest: without(rest, 'auth') }));
    },
    setText(path, text) {
      const { system, auth } = store.get().values;
      if (path === looksUpBy(system, auth)) lookUp.forget();
      changeValues(({ texts }) => ({ texts: { ...texts, [path]: text } }), path);
    },
    setPairs: (path, rows) => changeValues(({ pairs }) => ({ pairs: { ...pairs, [path]: rows } }), path),
    setSecret: (kind, text) =>
      change(({ secrets, touched }) => ({
        secrets: { ...secrets, [kind]: text },
        touched: new Set(touched).add(`secrets.${kind}`),
      })),
    takeSuggestion: (issue) => changeValues((values) => correct(values, issue, systems)),
    leaveOut: (path) => changeValues(({ rest }) => ({ rest: without(rest, path) })),
    replace(draft, secrets) {
      const before = store.get();
      change(() => ({ ...initialState(valuesOf(draft, systems)), secrets, showsAll: true }));
      return () => change(() => ({ ...before, work: { kind: 'idle' } }));
    },
    lookUp: lookUp.ask,
    async takeIssuer(issuer, info) {
      changeValues(({ texts }) => ({ texts: { ...texts, issuer, 'endpoints.info': info } }), 'issuer');
      await lookUp.ask();
    },
    async test() {
      if (isWorking(store.get())) return;
      const number = ++lastWork;
      put({ work: { kind: 'testing' } });
      const result = await api.call('profiles.test', question());
      if (number !== lastWork) return;
      if (result.ok) put({ work: { kind: 'passed', reply: result.value } });
      else refused('test', result.failure);
    },
    cancel() {
      if (store.get().work.kind !== 'testing') return;
      lastWork++;
      put({ work: { kind: 'idle' } });
    },
    async save() {
      const { work } = store.get();
      if (isWorking({ work })) return undefined;
      const asked = question();
      // A new profile is never tried by saving it.
      const isUntested = stored !== null && (work.kind === 'passed' || canSaveAnyway(work));
      put({ work: { kind: 'saving' } });
      const result = await api.call('profiles.save', { ...asked, ...(isUntested ? { untested: true } : {}) });
      if (!result.ok) {
        if (!isOver) refused('save', result.failure);
        return undefined;
      }
      close();
      return { ...result.value, name: String(asked.draft['name']) };
    },
    isDirty: () => !isOver && (hasSecrets(store.get().secrets) || entered() !== enteredAtFirst),
    close,
  };
}
