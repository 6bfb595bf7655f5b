/** What the import says. */
import type { ImportAction, ImportItemView } from '../../preload/import-views.ts';
import { secretName } from './secret-names.ts';
import { counted } from './counted.ts';

const profileNoun = { one: 'profile', other: 'profiles' } as const;

export const importWords = {
  title: 'Import profiles',
  menu: 'Import and export',
  lead: 'Bring your tenants along from the tools that you use already.',
  choose: 'Choose file',
  dropTitle: 'Drop a file here',
  dropText: 'or choose it, or paste its text anywhere on this page.',
  dropNow: 'Drop it to see what is in it',
  pasteLabel: 'Text of a document',
  pasteHelp: 'It is taken at once, and not shown here.',
  pastePlaceholder: 'Paste it here',
  kindsTitle: 'What can be imported',
  tooLarge: 'That file is larger than 8 MiB, and none of those that can be imported.',
  lockedTitle: 'This export is encrypted',
  lockedText: 'Enter the passphrase that was chosen when it was made.',
  passphrase: 'Passphrase',
  unlock: 'Open',
  fromPaste: 'Pasted text',
  other: 'Another file',
  listName: 'Profiles to import',
  nothingTitle: 'There is nothing to import',
  problemsTitle: 'Some of it is left out',
  name: 'Name',
  newName: 'New name',
  taken: (name: string) => `There is a profile named ${name} already`,
  leftOut: 'Not imported',
  undo: 'Take it back',
  undone: 'The import is taken back',
  kept: (names: readonly string[]) => `Changed since, and still there: ${new Intl.ListFormat('en').format(names)}.`,
  done: 'Done',
  open: 'Open',
  enter: (name: string) => `Enter it for ${name}`,
  enterShort: 'Enter it',
  signIn: (name: string) => `Sign in to ${name}`,
  signInShort: 'Sign in',
  added: 'Added',
  replaced: 'Replaced',
  ready: 'Ready',
  sourceLine: (source: string, from: string) => `${capital(source)} · ${from}`,
  select: (name: string) => `Import ${name}`,
} as const;

/** Each with where it is found. */
export const importKinds: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'SailPoint CLI',
    text: '~/.sailpoint/config.yaml. The CLI keeps the tokens’ secrets in the keychain: they are asked for.',
  },
  { name: 'frodo', text: '~/.frodo/Connections.json. What frodo has encrypted is asked for.' },
  { name: 'Postman', text: 'An environment or a collection, exported as JSON.' },
  { name: 'NetFoundry', text: 'The credentials.json of an API account.' },
  { name: 'Tokentray', text: 'An export, with secrets or without.' },
  { name: 'curl', text: 'A command that asks for a token, or calls an API.' },
];

export function importButton(count: number): string {
  return count === 0 ? 'Import' : `Import ${counted(count, profileNoun)}`;
}

/** Why the import cannot begin yet. */
export function unfinished(count: number): string {
  const noun = { one: 'profile lacks something', other: 'profiles lack something' };
  return `${counted(count, noun)}: fill it in, or leave the profile out.`;
}

export function importedTitle(count: number): string {
  return `${counted(count, profileNoun)} imported`;
}

export function actionChoices(
  item: ImportItemView,
): readonly { readonly value: ImportAction; readonly label: string }[] {
  return [
    { value: 'skip', label: 'Keep the one I have' },
    { value: 'add', label: 'Add this one under another name' },
    { value: 'replace', label: item.secrets.length === 0 ? 'Replace its definition' : 'Replace it, with its secret' },
  ];
}

export const replaceHelp = (item: ImportItemView): string =>
  item.secrets.length === 0
    ? 'Its stored secret stays, for the host that it was entered for.'
    : 'What is stored gives way; you can take the import back.';

/** What comes along, and what is still needed afterwards. */
export function comesAlong(item: ImportItemView): string | null {
  const usable = item.secrets.filter((kind) => !item.issues.some(({ path }) => path === `secrets.${kind}`));
  return usable.length === 0 ? null : `${capital(list(usable))} included`;
}

export function stillNeeded({ missing, needsSignIn }: Pick<ImportItemView, 'missing' | 'needsSignIn'>): string | null {
  if (missing.length > 0) return `Needs its ${list(missing)}`;
  return needsSignIn ? 'Needs you to sign in' : null;
}

function list(kinds: ImportItemView['secrets']): string {
  return new Intl.ListFormat('en').format(kinds.map(secretName));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
