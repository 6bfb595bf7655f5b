/** What the form knows between two strokes of a key, and what of it is shown. */
import type { DraftPage, TestReply } from '../../../preload/replies.ts';
import type { Failure } from '../../../preload/views.ts';
import type { FieldDescription, Issue, SecretKind } from './form-types.ts';
import { issueAt } from './form-issues.ts';
import type { LookUpState } from './look-up.ts';
import type { FormValues } from './form-values.ts';
import type { SecretTexts } from './typed-secrets.ts';

/** What goes on with the draft as a whole. Every change of the draft goes back to `idle`. */
export type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'testing' }
  | { readonly kind: 'passed'; readonly reply: TestReply }
  | { readonly kind: 'saving' }
  /** With issues, the fields say why. */
  | { readonly kind: 'failed'; readonly during: 'test' | 'save'; readonly failure: Failure };

/** What the form was filled from. */
interface Pasted {
  /** What kind of document it was, such as `curl command`. */
  readonly source: string;
  /** Labels of the fields that it filled. */
  readonly filled: readonly string[];
  readonly notes: readonly string[];
  /** Under this main keeps the secrets that came along; null where none did. */
  readonly id: string | null;
  readonly secrets: readonly SecretKind[];
  /** False once the person has read it. */
  readonly isTold: boolean;
}

export interface FormState {
  readonly values: FormValues;
  /** Those that were typed; gone once they are saved or the form is left. */
  readonly secrets: SecretTexts;
  /** Null: nothing was pasted, or it was taken back. */
  readonly pasted: Pasted | null;
  /** Paths of the fields that were changed. */
  readonly changed: ReadonlySet<string>;
  /** Paths of the fields that were changed and left: only then it is said what is wrong with them. */
  readonly touched: ReadonlySet<string>;
  /** True after a test or save that was refused: every issue is shown. */
  readonly showsAll: boolean;
  /** What main said of the draft last. */
  readonly issues: readonly Issue[];
  /** Pages of the tenant that can be opened, as main said last. */
  readonly pages: readonly DraftPage[];
  readonly work: Work;
  readonly lookUp: LookUpState;
  /** Grows with each refusal because of issues: the first wrong field takes the focus. */
  readonly refusals: number;
}

export function initialState(values: FormValues): FormState {
  return {
    values,
    secrets: {},
    pasted: null,
    changed: new Set(),
    touched: new Set(),
    showsAll: false,
    issues: [],
    pages: [],
    work: { kind: 'idle' },
    lookUp: { kind: 'idle' },
    refusals: 0,
  };
}

export function isWorking({ work }: Pick<FormState, 'work'>): boolean {
  return work.kind === 'testing' || work.kind === 'saving';
}

/** The draft is right, and the server did not give a token for it: somebody may know why, and want it stored. */
export function canSaveAnyway(work: Work): boolean {
  return work.kind === 'failed' && work.failure.issues === undefined && /^(auth|network)\./.test(work.failure.code);
}

/** `stored`: secrets that are stored already. What is said of one of those is shown at once: an edit made it useless. */
export function shownIssue(
  { touched, showsAll, issues }: Pick<FormState, 'touched' | 'showsAll' | 'issues'>,
  { path, secret }: Pick<FieldDescription, 'path' | 'secret'>,
  stored: readonly SecretKind[],
): Issue | undefined {
  const isShown = showsAll || touched.has(path) || (secret !== undefined && stored.includes(secret));
  return isShown ? issueAt(issues, path) : undefined;
}

/** Where a secret is that its field does not show: pasted a moment ago, stored before, or nowhere. */
export function heldSecret(
  { pasted }: Pick<FormState, 'pasted'>,
  kind: SecretKind,
  stored: readonly SecretKind[],
): 'pasted' | 'stored' | undefined {
  if (pasted?.secrets.includes(kind) === true) return 'pasted';
  return stored.includes(kind) ? 'stored' : undefined;
}
