/** What is said of documents that are pasted or dropped into the form. */
import { counted } from './counted.ts';

export const pasteAction = 'Paste what you have';

export const takenDocuments =
  'It takes a curl command, a private key as JWK, NetFoundry’s credentials.json, the answer of /oauth/info, a Postman environment, and a profile as JSON.';

export const pasteHint =
  'A curl command, a private key, a credentials.json, the answer of /oauth/info, a Postman environment or a profile: paste it anywhere on this page, or drop its file.';

export const dropHint = 'Drop the file to fill in the form';

export const pasteDialogTitle = 'Paste what you have';
export const pasteDialogText =
  'What is in it fills in the form. Secrets are kept aside until you save, and are shown nowhere.';
export const pasteDialogLabel = 'Text of the document';
export const pasteDialogPlaceholder = 'curl …  or  { … }';
export const pasteDialogCancel = 'Cancel';
export const pasteDialogUse = 'Fill in the form';
export const pasteDialogFile = 'Choose file';

export const pastedUnknown = 'Nothing in that can fill in the form';

/** `source`: what kind of document it is, such as `curl command`. */
export const pastedNothing = (source: string): string => `Nothing in the ${source} can be used`;

/** `count` null: it is encrypted, and nobody knows. */
export const pastedSeveral = (source: string, count: number | null): string =>
  count === null
    ? `That is an ${source}`
    : `There are ${counted(count, { one: 'profile', other: 'profiles' })} in the ${source}`;
export const pastedSeveralAdvice = 'A form takes one; the import takes them all.';
export const pastedSeveralAction = 'Import them';

export const pastedUseless = (source: string): string => `This form has no use for the ${source}`;
export const pastedUselessAdvice = 'It belongs to another system, or to another way to a token, than the chosen one.';

export const pastedTooLarge = 'That file is too large to fill in a form';

export const filledFrom = (source: string): string => `Filled in from the ${source}`;
/** Labels of the fields; the sentence that tells them. */
export function filledFields(labels: readonly string[]): string {
  return labels.length === 0
    ? 'It tells nothing that a field here takes.'
    : `${new Intl.ListFormat('en').format(labels)}.`;
}
export const filledUndo = 'Undo';
export const filledHide = 'Hide';
