/** Texts about failures name commands and fields of the profile file; here they name what the window has instead. */
import { inSecretNames } from '../error-texts/secret-names.ts';
import { inFieldLabels } from './field-words.ts';

const name = '[^"]*';
const word = '[^ "]+';

/** The kinds of secrets that a profile was stored without. */
const missingSecrets = new RegExp(`( still needs its )([A-Za-z, ]+): tokentray edit ${word} --secrets -$`);

/** In this order; what names a command for scripts, or has no counterpart in the window, stays. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [new RegExp(` with "tokentray edit ${name} --secrets -"`, 'g'), ' under Edit'],
  [new RegExp(` with "tokentray edit ${name}"`, 'g'), ' under Edit'],
  [new RegExp(` with "tokentray login ${name}"`, 'g'), ''],
  [new RegExp(` with "tokentray token ${name} --force"`, 'g'), ' with Refresh now'],
  [new RegExp(`: tokentray token ${word} --force`, 'g'), ' with Refresh'],
  // The profile's page says it, with the button for it.
  [new RegExp(`^${word} has no token before you sign in: tokentray login ${word}$`), ''],
  [new RegExp(`: tokentray probe ${word} URL`, 'g'), ''],
  [new RegExp(`: tokentray edit ${word} --(file profile.json|secrets -)`, 'g'), ' under Edit'],
  [new RegExp(` with "tokentray default ${name}"`, 'g'), ' with Make default'],
  [new RegExp(` with "tokentray remove ${name}"`, 'g'), ''],
  [new RegExp(` with "tokentray settings set caFile${name}"`, 'g'), ' under Certificate authorities in Settings'],
  [new RegExp(` with "tokentray settings set proxy${name}"`, 'g'), ' under Proxy in Settings'],
  [/"tokentray settings get proxy"/g, 'Proxy in Settings'],
  [/run "tokentray settings get" to see the settings there are and what each of them takes/gi, 'see Settings'],
  [/run "tokentray list" to see the profiles there are/gi, 'go back to the list to see the profiles there are'],
  [/run "tokentray --help" to see the commands and their options/gi, 'try again'],
  [/Run the command on a terminal to be asked for it, or give it in TOKENTRAY_PASSPHRASE/g, 'Enter the passphrase'],
  [
    /Use that one, or end it before you start another/g,
    'It keeps the tokens fresh; this application takes over when it ends',
  ],
  [/, at the prompt or in TOKENTRAY_PASSPHRASE/g, ''],
  [
    /set TOKENTRAY_KEYCHAIN=passphrase for a new vault without it \(or TOKENTRAY_KEYCHAIN=memory for an agent that forgets\)/g,
    'choose a passphrase in Settings',
  ],
];

/** The same for somebody who has the fields in front of them: what was typed is tried before it is stored. */
export function inFormWords(text: string): string {
  return inWindowWords(text.replaceAll(/ with "tokentray edit [^"]* --secrets -"/g, ' here'));
}

/** The same sentence for somebody who sees the window and no terminal; empty where the window says it by itself. */
export function inWindowWords(text: string): string {
  let words = inFieldLabels(text).replace(missingSecrets, (_, start: string, kinds: string) => {
    return `${start}${inSecretNames(kinds)}: enter it under Edit.`;
  });
  for (const [pattern, replacement] of replacements) words = words.replace(pattern, replacement);
  // A sentence that begins with the name of a profile begins small.
  return /^[a-z0-9]/.test(text) ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
