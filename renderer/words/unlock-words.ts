/** What the window says while secrets are out of reach. */

export const unlockWords = {
  title: 'Unlock Tokentray',
  text: 'Your profiles are all here. The passphrase opens their secrets and tokens.',
  passphrase: 'Passphrase',
  showPassphrase: 'Show passphrase',
  hidePassphrase: 'Hide passphrase',
  wrong: 'That is not the passphrase of this vault. Nothing is lost: try again.',
  /** The same, announced. */
  wrongSpoken: 'That is not the passphrase of this vault. Try again.',
  openingSpoken: 'Opening the vault',
  opening: 'Opening',
  unlock: 'Unlock',
  forgotten: 'Forgotten it?',
  forgottenText:
    'Nobody can open the vault without it, and nothing here was deleted. To start over, export the profiles with the command line, move the data folder away, import them, and enter their secrets anew. Help tells how.',
  keychainTitle: 'The keychain is closed',
  keychainText: 'Your profiles are all here. Their secrets and tokens wait for the system’s keychain.',
  askingKeychain: 'Asking the keychain',
  tryAgain: 'Try again',
  help: 'Help',
  quit: 'Quit',
} as const;
