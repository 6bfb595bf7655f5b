/** Takes what a document that was pasted holds into what was entered. */
import type { PastedReply } from '../../../preload/import-views.ts';
import { spreadOver } from './correct.ts';
import { shownFields } from './form-fields.ts';
import { initialState } from './form-state.ts';
import type { FormState } from './form-state.ts';
import type { Draft, FieldDescription, SecretKind, SystemDescription } from './form-types.ts';
import { draftOf, valuesOf } from './form-values.ts';
import { isObject, valueAt } from './json-path.ts';
import type { SecretTexts } from './typed-secrets.ts';

export type PastedDraft = Extract<PastedReply, { outcome: 'draft' }>;

/**
 * The state of a form into which it was pasted: what is wrong with the fields that it fills is shown at once. Undefined where
 * nothing in the form has a use for it: a key, where no way to a token of the chosen system takes one.
 */
export function takePasted(
  before: FormState,
  reply: PastedDraft,
  systems: readonly SystemDescription[],
): FormState | undefined {
  const { draft, isPart, source, notes } = reply;
  const entered = isPart ? merged(draftOf(before.values, systems), draft) : draft;
  const chosen = withPlaceFor(entered, reply.secrets, systems);
  if (chosen === undefined) return undefined;
  const values = isPart ? spreadOver(before.values, chosen, systems) : valuesOf(chosen, systems);
  const isFilled = ({ path, secret }: FieldDescription): boolean =>
    secret === undefined ? valueAt(draft, path) !== undefined : reply.secrets.includes(secret);
  const filled = shownFields(systems, values).filter(isFilled);
  const paths = new Set(filled.map(({ path }) => path));
  // A part without secrets leaves those alone that came before it.
  const { id, secrets } = isPart && reply.pasted === null ? heldBefore(before) : { ...reply, id: reply.pasted };
  return {
    ...initialState(values),
    secrets: isPart ? leftOf(before.secrets, reply.secrets) : {},
    pasted: { source, notes, id, secrets, filled: filled.map(({ label }) => label), isTold: true },
    changed: isPart ? new Set([...before.changed, ...paths]) : paths,
    touched: isPart ? new Set([...before.touched, ...paths]) : paths,
  };
}

function heldBefore({ pasted }: FormState): { readonly id: string | null; readonly secrets: readonly SecretKind[] } {
  return pasted ?? { id: null, secrets: [] };
}

/**
 * For a profile that is stored already: its name and system stay, and all that the document does not tell. Undefined for a
 * document about another system.
 */
export function forStored(reply: PastedDraft, system: string | null): PastedDraft | undefined {
  const { system: told = system, name: _, ...draft } = reply.draft;
  return told === system ? { ...reply, draft, isPart: true } : undefined;
}

/** What was pasted takes the place of what was typed. */
function leftOf(typed: SecretTexts, pasted: readonly SecretKind[]): SecretTexts {
  return Object.fromEntries(Object.entries(typed).filter(([kind]) => !pasted.includes(kind as SecretKind)));
}

/** The members of `over` go before those of `base`; objects are merged. */
function merged(base: Draft, over: Draft): Draft {
  const next: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const own = next[name];
    next[name] = isObject(own) && isObject(value) ? merged(own, value) : value;
  }
  return next;
}

/**
 * A document that is nothing but a secret does not say whose it is: then it is the first way to a token, of the chosen system
 * or of all, that cannot do without it.
 */
function withPlaceFor(
  draft: Draft,
  secrets: readonly SecretKind[],
  systems: readonly SystemDescription[],
): Draft | undefined {
  const { system, auth, texts } = valuesOf(draft, systems);
  const takes = ({ secret }: FieldDescription): boolean => secret !== undefined && secrets.includes(secret);
  if (secrets.length === 0 || shownFields(systems, { system, auth, texts }).some(takes)) return draft;
  for (const { id, auths } of systems) {
    if (system !== null && id !== system) continue;
    const way = auths.find(({ fields }) => fields.some((field) => field.required && takes(field)));
    if (way !== undefined) return { ...draft, system: id, auth: way.auth };
  }
  return undefined;
}
