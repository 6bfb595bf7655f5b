/** What the form knows between two strokes of a key, and what of it is shown. */
import type { TestReply } from '../../../preload/replies.ts';
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

export interface FormState {
  readonly values: FormValues;
  /** Those that were typed; gone once they are saved or the form is left. */
  readonly secrets: SecretTexts;
  /** Paths of the fields whose issues are shown. */
  readonly touched: ReadonlySet<string>;
  /** True after a test or save that was refused: every issue is shown. */
  readonly showsAll: boolean;
  /** What main said of the draft last. */
  readonly issues: readonly Issue[];
  readonly work: Work;
  readonly lookUp: LookUpState;
  /** Grows with each refusal because of issues: the first wrong field takes the focus. */
  readonly refusals: number;
}

export function initialState(values: FormValues): FormState {
  return {
    values,
    secrets: {},
    touched: new Set(),
    showsAll: false,
    issues: [],
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
