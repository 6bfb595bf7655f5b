/** Asks main what is in text that was pasted or dropped, and fills the form from it. */
import type { Api } from '../../api.ts';
import {
  pastedNothing,
  pastedSeveral,
  pastedSeveralAdvice,
  pastedUnknown,
  pastedUseless,
  pastedUselessAdvice,
  takenDocuments,
} from '../../words/paste-words.ts';
import type { FormController } from './form-controller.ts';

export type DocumentOutcome =
  | { readonly kind: 'filled' }
  /** It is known, and cannot fill this form; why, in words. `importId`: the import takes it. */
  | { readonly kind: 'refused'; readonly what: string; readonly next: string; readonly importId?: string }
  /** It is nothing that is known, which may be as it should be. */
  | { readonly kind: 'unknown'; readonly what: string; readonly next: string };

export async function takeDocument(api: Api, form: FormController, text: string): Promise<DocumentOutcome> {
  const result = await api.call('profiles.readPasted', { text });
  if (!result.ok) return { kind: 'unknown', what: result.failure.what, next: result.failure.next };
  const reply = result.value;
  if (reply === null) return { kind: 'unknown', what: pastedUnknown, next: takenDocuments };
  if (reply.outcome === 'nothing') {
    return { kind: 'refused', what: pastedNothing(reply.source), next: reply.problems.join(' ') };
  }
  if (reply.outcome === 'several') {
    const { source, count, importId } = reply;
    return { kind: 'refused', what: pastedSeveral(source, count), next: pastedSeveralAdvice, importId };
  }
  if (form.takePasted(reply)) return { kind: 'filled' };
  if (reply.pasted !== null) await api.call('profiles.forgetPasted', { pasted: reply.pasted });
  return { kind: 'refused', what: pastedUseless(reply.source), next: pastedUselessAdvice };
}

/** What nobody types into one line: it is taken for a document before main has said what it is. */
export function looksLikeDocument(text: string): boolean {
  const trimmed = text.trim();
  return /^[{[]/.test(trimmed) || /^(?:[$>#%]\s*)?curl(?:\.exe)?\s/i.test(trimmed) || trimmed.includes('\n');
}
