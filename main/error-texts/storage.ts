/** Texts for `storage.*`: the keychain, the vault, and the database. */
import type { ErrorData, KeychainBackend } from '../errors.ts';
import { issueSentences } from './issues.ts';
import { given, nameInCommand, sentence, systemReason, theProfile } from './phrases.ts';
import type { ErrorTemplates } from './phrases.ts';

const dataFolder = ({ path }: ErrorData) => (path === undefined ? 'the data folder' : `the data folder ${path}`);
const database = ({ path }: ErrorData) => (path === undefined ? 'the database' : `the database ${path}`);
const otherModes =
  'set TOKENTRAY_KEYCHAIN=passphrase for a new vault without it (or TOKENTRAY_KEYCHAIN=memory for an agent that forgets)';
/** How each keychain is brought to work. */
const startKeychain: Readonly<Record<KeychainBackend, string>> = {
  'secret-service':
    'start the Secret Service (gnome-keyring, KWallet or KeePassXC) and unlock it; where there is no session bus, "dbus-run-session" begins a session that has one',
  'macos-keychain': 'unlock the macOS Keychain, without a screen with "security unlock-keychain"',
  'windows-credential-manager': 'start the service "Credential Manager" (VaultSvc) and log on with a password',
};
const startIt = ({ keychain }: ErrorData) =>
  keychain === undefined ? 'start the keychain service of this system' : startKeychain[keychain];

/** A backup takes the place of the database, with nothing of the old one left beside it. */
const restore = ({ path, backup }: ErrorData) =>
  backup === undefined
    ? 'restore the data folder from a backup of yours'
    : `end every Tokentray, move ${path ?? 'the database'} away with its "-wal" and "-shm" files, and put a copy of the backup ${backup} in its place`;
const startAnew =
  'keep the profiles with "tokentray export > profiles.json", move the data folder away, import them again, and enter the secrets anew';

export const storageTexts: ErrorTemplates<'storage'> = {
  'storage.keychain_unavailable': {
    what: ({ detail }) => `the keychain of this system cannot be used${given(': ', detail)}`,
    next: (data) => `${startIt(data)}; then try again${data.vault === 'created' ? `, or ${otherModes}` : ''}`,
  },
  'storage.keychain_locked': {
    what: ({ detail }) => `the keychain of this system is locked${given(': ', detail)}`,
    next: 'Unlock it, or allow Tokentray when the system asks, and try again',
  },
  'storage.keychain_entry_missing': {
    what: "Tokentray's entry in the keychain is gone, so the stored secrets and tokens cannot be opened",
    next: `Unlock the password manager that holds it, or restore the entry "Tokentray" from a backup of the keychain; otherwise ${startAnew}`,
  },
  'storage.passphrase_needed': {
    what: ({ vault, detail }) =>
      `${vault === undefined ? 'the vault is locked with a passphrase' : 'a passphrase is needed to lock the vault with'}, and ${detail ?? 'none was given'}`,
    next: ({ detail }) =>
      detail === undefined
        ? 'Run the command on a terminal to be asked for it, or give it in TOKENTRAY_PASSPHRASE'
        : 'Give one that is not empty, at the prompt or in TOKENTRAY_PASSPHRASE',
  },
  'storage.passphrase_wrong': {
    what: 'The passphrase does not open the vault',
    next: 'Try again with the passphrase that was chosen when the vault was made',
  },
  'storage.memory_vault_gone': {
    what: 'The vault was kept only in the memory of a process that has ended',
    next: `Use the data folder only while that process runs; otherwise ${startAnew}, with another TOKENTRAY_KEYCHAIN so that they are kept`,
  },
  'storage.memory_vault_needs_agent': {
    what: 'A vault in memory (TOKENTRAY_KEYCHAIN=memory) would be gone when this command ends; nothing was stored',
    next: 'Start "tokentray agent" with TOKENTRAY_KEYCHAIN=memory first, or leave TOKENTRAY_KEYCHAIN unset to use the keychain of this system',
  },
  'storage.vault_damaged': {
    what: (data) => `the vault cannot be read${given(': ', data.detail)}; nothing was deleted`,
    next: `Restore the data folder from a backup of yours; otherwise ${startAnew}`,
  },
  'storage.vault_missing': {
    what: ({ detail }) =>
      `the vault is gone from the database, and without it the stored secrets and tokens${given(' of ', detail)} cannot be opened; nothing was stored, deleted or overwritten`,
    next: (data) =>
      `${restore(data)}; otherwise those secrets are lost: delete these profiles with "tokentray remove NAME" and add them again, or ${startAnew}`,
  },
  'storage.record_damaged': {
    what: (data) =>
      `a stored secret or token of ${theProfile(data)} was changed or does not belong here; it was not used and not deleted`,
    next: (data) => `Enter the secrets again with "tokentray edit ${nameInCommand(data)} --secrets -"`,
  },
  'storage.profile_damaged': {
    what: (data) =>
      sentence(`the stored definition of ${theProfile(data)} cannot be read, so it is not used; nothing was deleted`) +
      issueSentences(data.issues),
    next: (data) =>
      `Replace it with "tokentray edit ${nameInCommand(data)} --file profile.json", or delete the profile with "tokentray remove ${nameInCommand(data)}"`,
  },
  'storage.database_newer': {
    what: (data) =>
      `${database(data)} was written by a newer Tokentray${given(' and needs ', data.detail)}; nothing was touched`,
    next: 'Update this Tokentray to the version of the other one',
  },
  'storage.database_busy': {
    what: (data) =>
      `${database(data)} is in use or was changed by another Tokentray at the same moment${given(': ', data.detail)}`,
    next: 'Try again; if it goes on, look for a Tokentray process that hangs',
  },
  'storage.database_damaged': {
    what: (data) => `${database(data)} cannot be read${given(': ', data.detail)}; nothing was deleted`,
    next: (data) => `${restore(data)}; otherwise move the data folder away and add the profiles again`,
  },
  'storage.folder_unusable': {
    what: (data) => `${dataFolder(data)} cannot be used${given(': ', data.detail) || systemReason(data)}`,
    next: 'Correct the owner and permissions of the folder, or name another one in TOKENTRAY_HOME',
  },
  'storage.disk_full': {
    what: (data) => `there is no space left for ${data.detail ?? dataFolder(data)}; what was there is kept`,
    next: 'Free some space and try again',
  },
  'storage.session_lost': {
    what: (data) =>
      `${sentence(`the session of ${theProfile(data)} is lost: its next refresh token came, and could not be stored before Tokentray ended`)}${given(' ', data.detail)}`,
    next: (data) => `Mend that, and sign in again with "tokentray login ${nameInCommand(data)}"`,
  },
};
