/**
 * Behind the add and edit form: holds the draft, and has it checked, tested and saved.
 * Invariants: a change ends the waiting for a test; while a save is under way nothing changes; typed secrets are kept here
 * alone, and after `close`, or once they are saved, nowhere: nor are pasted ones in main.
 */
import type { CallInput } from '../../../preload/contract.ts';
import type { Failure } from '../../../preload/views.ts';
import type { Api } from '../../api.ts';
import type { Clock } from '../../clock.ts';
import { createStore } from '../../state/store.ts';
import type { ReadableStore } from '../../state/store.ts';
import { correct, spreadOver } from './correct.ts';
import { authsOf, fieldsFor, shownFields } from './form-fields.ts';
import { formQuestion } from './form-question.ts';
import { issuesBesides } from './form-issues.ts';
import { initialState } from './form-state.ts';
import type { FormState } from './form-state.ts';
import type { AuthKind, Draft, Issue, Pair, SecretKind, SystemDescription, SystemId } from './form-types.ts';
import { draftOf, emptyValues, valuesOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import { without } from './json-path.ts';
import { createFormWork } from './form-work.ts';
import type { FormWork } from './form-work.ts';
import { createLookUp, looksUpBy } from './look-up.ts';
import type { LookUpState } from './look-up.ts';
import { createLiveValidation } from './live-validation.ts';
import { createPasting } from './pasting.ts';
import type { Pasting } from './pasting.ts';
import { hasSecrets } from './typed-secrets.ts';

export interface FormController extends Pick<FormWork, 'test' | 'cancel' | 'save'> {
  readonly state: ReadableStore<FormState>;
  readonly chooseSystem: (system: SystemId) => void;
  readonly chooseAuth: (auth: AuthKind) => void;
  readonly setText: (path: string, text: string) => void;
  readonly setPairs: (path: string, pairs: readonly Pair[]) => void;
  readonly setSecret: (kind: SecretKind, text: string) => void;
  /** The focus has left the field at this path: from now on it is said what is wrong with it, if it was changed. */
  readonly leave: (path: string) => void;
  /** Takes the suggestion of an issue. */
  readonly takeSuggestion: (issue: Issue) => void;
  /** Takes something out that no control shows. */
  readonly leaveOut: (path: string) => void;
  /** A field for this kind of secret is shown. */
  readonly wants: (kind: SecretKind) => boolean;
  readonly takePasted: Pasting['take'];
  readonly undoPasted: Pasting['undo'];
  /** Says no more what was pasted; it stays. */
  readonly hidePasted: () => void;
  /** Fills in what the server tells of itself. */
  readonly lookUp: () => Promise<void>;
  /** Pins the issuer that the server names, with the address at which it does, and looks up again. */
  readonly takeIssuer: (issuer: string, info: string) => Promise<void>;
  /** Opens a page of the tenant; what kept it from that, or null. */
  readonly openPage: (link: PageLink) => Promise<Failure | null>;
  /** True while leaving would lose something. */
  readonly isDirty: () => boolean;
  readonly close: () => void;
}

type PageLink = CallInput<'profiles.openDraftLink'>['link'];

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
  const validation = createLiveValidation({ api, clock, question, answered: put });
  const lookUp = createLookUp({
    api,
    draft: () => draftOf(store.get().values, systems),
    fields: () => fieldsFor(systems, store.get().values),
    told: lookedUp,
  });
  const work = createFormWork({
    api,
    isNew: stored === null,
    work: () => store.get().work,
    question,
    told: (next) => put({ work: next }),
    refused,
  });
  const pasting = createPasting({
    api,
    systems,
    isNew: stored === null,
    state: store.get,
    change: (next) => change(() => next),
  });
  let isOver = false;
  const enteredAtFirst = entered();

  /** For comparing. A system that was only chosen for a new profile is nothing to lose. */
  function entered(): string {
    const draft = draftOf(store.get().values, systems);
    return JSON.stringify(stored === null ? without(without(draft, 'system'), 'auth') : draft);
  }

  function question(): CallInput<'profiles.validate'> {
    return formQuestion(store.get(), systems, stored?.id);
  }

  function lookedUp(state: LookUpState, draft?: Draft): void {
    if (draft !== undefined) changeValues((now) => spreadOver(now, draft, systems));
    const { issues = [] } = state.kind === 'failed' ? state.failure : {};
    const touched = new Set([...store.get().touched, ...issues.map(({ path }) => path)]);
    put({ lookUp: state, ...(issues.length === 0 ? {} : { issues, touched }) });
  }

  /** False, and nothing happens, once the form is left and while it is saved. */
  function change(next: (state: FormState) => Partial<FormState>): boolean {
    if (isOver || store.get().work.kind === 'saving') return false;
    work.forget();
    put({ work: { kind: 'idle' }, ...next(store.get()) });
    if (stored !== null || Object.keys(draftOf(store.get().values, systems)).length > 0) validation.later();
    else {
      // A form in which nothing is entered has nothing wrong with it.
      validation.forget();
      put({ issues: [], pages: [] });
    }
    return true;
  }

  /** `path`: of the field that was changed. */
  function changeValues(next: (values: FormValues) => Partial<FormValues>, path?: string): void {
    change((state) => ({
      values: { ...state.values, ...next(state.values) },
      ...(path === undefined ? {} : entering(state, path)),
    }));
  }

  function refused(during: 'test' | 'save', failure: Failure): void {
    if (isOver) return;
    const { issues = [] } = failure;
    put({ work: { kind: 'failed', during, failure } });
    if (issues.length === 0) return;
    validation.forget();
    put({ issues, showsAll: true, refusals: store.get().refusals + 1 });
  }

  function close(): void {
    if (isOver) return;
    isOver = true;
    work.forget();
    validation.forget();
    pasting.forget();
    put({ secrets: {}, pasted: null });
  }

  // What is stored has pages, too.
  if (stored !== null) validation.later();

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
      void change((state) => ({
        secrets: { ...state.secrets, [kind]: text },
        ...entering(state, `secrets.${kind}`),
      })),
    leave(path) {
      const { changed, touched } = store.get();
      if (changed.has(path) && !touched.has(path)) put({ touched: new Set(touched).add(path) });
    },
    takeSuggestion: (issue) => changeValues((values) => correct(values, issue, systems)),
    leaveOut: (path) => changeValues(({ rest }) => ({ rest: without(rest, path) })),
    wants: (kind) => shownFields(systems, store.get().values).some(({ secret }) => secret === kind),
    takePasted: pasting.take,
    undoPasted: pasting.undo,
    hidePasted() {
      const { pasted } = store.get();
      if (pasted !== null) put({ pasted: { ...pasted, isTold: false } });
    },
    lookUp: lookUp.ask,
    async takeIssuer(issuer, info) {
      changeValues(({ texts }) => ({ texts: { ...texts, issuer, 'endpoints.info': info } }), 'issuer');
      await lookUp.ask();
    },
    async openPage(link) {
      const draft = { ...draftOf(store.get().values, systems) };
      const result = await api.call('profiles.openDraftLink', { draft, link });
      return result.ok ? null : result.failure;
    },
    test: work.test,
    cancel: work.cancel,
    async save() {
      const saved = await work.save();
      if (saved !== undefined) close();
      return saved;
    },
    isDirty() {
      const { secrets, pasted } = store.get();
      return !isOver && (hasSecrets(secrets) || (pasted?.id ?? null) !== null || entered() !== enteredAtFirst);
    },
    close,
  };
}

/** What was wrong before is not told of what is entered now, unless it is shown already: until the next answer it stands. */
function entering({ changed, touched, showsAll, issues }: FormState, path: string): Partial<FormState> {
  const isShown = showsAll || touched.has(path);
  return { changed: new Set(changed).add(path), ...(isShown ? {} : { issues: issuesBesides(issues, path) }) };
}
