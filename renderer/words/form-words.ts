/** What the form says in which a profile is added or edited. */
import { durationWords } from './duration.ts';
import { shortInstant } from './instant.ts';

export const addTitle = 'Add a tenant';
/** `name`: undefined where it is not known. */
export const editTitle = (name: string | undefined): string => `Edit ${name ?? 'profile'}`;

export const systemLabel = 'Which system is it?';
export const authLabel = 'How do you get its tokens?';
/** What must be at hand for a way to a token. */
export const neededWords = (credential: string): string => `You need: ${credential}`;
export const systemSection = 'System';
export const connectionSection = 'Connection';
export const moreOptions = 'More options';
/** `label`: of the field that they stand in for. */
export const alternatives = (label: string): string => `No ${label.toLowerCase()}? Give the endpoints`;
export const setCount = (count: number): string => `${count} set`;

/** Headings below More options. */
export const topics = {
  list: 'In the list',
  credential: 'The credential',
  signIn: 'Signing in',
  addresses: 'Addresses',
  request: 'Token request',
  renewal: 'Renewal',
  holder: 'Who the token is for',
} as const;

export const optionalNote = 'optional';
export const storedNote = 'stored';
export const pastedNote = 'pasted';
export const keepStored = 'Leave empty to keep the stored one';
export const keepPasted = 'Pasted: it is stored when you save';
export const keyPlaceholder = 'Paste it, or drop its file';
export const chooseFile = 'Choose file';
export const removeKey = 'Remove';
export const removeLabel = (label: string): string => `Remove ${label}`;
export const showLabel = (label: string): string => `Show ${label}`;
export const hideLabel = (label: string): string => `Hide ${label}`;
export const exampleWords = (example: string): string => `e.g. ${example}`;

export const usesPlaceholder = 'Choose a profile';
export const usesNone = 'Add the other profile first';
export const usesGone = 'not there';

export const pairName = 'Name';
export const pairValue = 'Value';
export const addPair = 'Add one';
export const pairTitle = (label: string, place: number): string => `${label} ${place}`;
export const pairNameLabel = (title: string): string => `${title}, name`;
export const pairValueLabel = (title: string): string => `${title}, value`;

/** Before the tenant is known. */
export const pageWaits = 'Known once the tenant is entered';
export const pageAt = (host: string): string => `Opens ${host} in your browser`;

export const takeSuggestionAction = 'Use';

export const lookUp = 'Look up';
export const foundNothing = 'There was nothing to fill in';
export const foundWords = (labels: readonly string[]): string =>
  `Filled in: ${new Intl.ListFormat('en', { type: 'unit' }).format(labels)}`;
export const otherIssuer = 'The server calls itself by another issuer';
export const otherIssuerText = 'Nothing was filled in. Take it only if this is the server that you mean.';
export const youEntered = 'You entered';
export const itSays = 'It says';
export const takeIssuerAction = 'Use this issuer';

export const attention = (count: number): string =>
  count === 1 ? 'One field needs your attention' : `${count} fields need your attention`;
export const elsewhereTitle = 'Something in this profile does not belong here';
export const leaveItOut = 'Leave it out';

export const testing = 'Asking the server for a token';
export const saving = 'Saving';
export const actions = {
  cancel: 'Cancel',
  stopWaiting: 'Stop waiting',
  test: 'Test',
  testing: 'Testing',
  testAgain: 'Test again',
  save: 'Save',
  saving: 'Saving',
  saveUntested: 'Save without test',
  saveAnyway: 'Save anyway',
  saveAndSignIn: 'Save and sign in',
} as const;

/** Of a test that passed. `expiresAtMs`: null where nobody knows. */
export function passedTitle(expiresAtMs: number | null, nowMs: number): string {
  if (expiresAtMs === null) return 'It works: the server gave a token, and does not say how long it lives.';
  const until = shortInstant(expiresAtMs, nowMs);
  return `It works: the token is valid until ${until}, for ${durationWords(expiresAtMs - nowMs)}.`;
}
export const passedFor = 'For';
export const passedScope = 'Scope';

export const untested = {
  signIn: 'There is nothing to test before you have signed in.',
  refreshToken: 'With the refresh token Tokentray begins by itself. A test would use it up.',
  key: 'A key is stored as it is. Once it is saved, Probe on its page asks the API whether it works.',
} as const;

export const chooseStorage = 'Choose how secrets are kept';
export const storageChosen = 'Secrets can be stored now';
export const storageChosenDetail = 'Save the profile once more.';

export const leaveTitle = 'Leave without saving?';
export const leaveText = 'What you entered here is not stored yet and will be gone.';
export const leaveStay = 'Keep editing';
export const leaveDiscard = 'Discard';

export const savedWords = (name: string): string => `${name} is saved`;
export const tryAgain = 'Try again';
