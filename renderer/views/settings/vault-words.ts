/** The ways in which secrets are kept, in words. */
import type { SettingsView } from '../../../preload/replies.ts';

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
