/** The ways in which secrets are kept, in words. */
import type { SettingsView } from '../../preload/replies.ts';

export type VaultMode = NonNullable<SettingsView['vaultMode']>;

export interface VaultModeWords {
  readonly title: string;
  readonly text: string;
}

export const vaultModes = ['os', 'passphrase', 'memory'] as const satisfies readonly VaultMode[];

export const vaultWords = {
  os: {
    title: 'With the system’s keychain',
    text: 'Opens when you log in to this computer. Other programs that run as you may ask the keychain, too.',
  },
  passphrase: {
    title: 'With a passphrase',
    text: 'Tokentray asks for it each time it starts. Without it nobody opens the secrets, and nor do you.',
  },
  memory: {
    title: 'Only in memory',
    text: 'Nothing is kept: secrets and tokens are gone when Tokentray quits.',
  },
} as const satisfies Record<VaultMode, VaultModeWords>;

/** Before the first secret is stored. */
export const noVaultWords: VaultModeWords = {
  title: 'Nothing is stored yet',
  text: 'The first secret is locked with the system’s keychain, unless you choose otherwise.',
};

/** The section of the settings and its dialog. */
export const vaultLabels = {
  title: 'How secrets are kept',
  text: 'Client secrets and tokens are always stored encrypted. Choose what opens them.',
  change: 'Change',
  changeWhat: 'Change how secrets are kept',
  cancel: 'Cancel',
  use: 'Use this',
  changePassphrase: 'Change passphrase',
  choice: 'What opens the secrets',
  current: 'now',
  newPassphrase: 'New passphrase',
  passphrase: 'Passphrase',
  again: 'The same again',
  lostTitle: 'Nobody can bring it back',
  lostText: 'If you forget it, the secrets have to be made and entered anew. Keep it in your password manager.',
  done: 'Secrets are locked anew',
} as const;
