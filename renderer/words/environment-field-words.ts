/** What it changes which environment a tenant is. */

export interface EnvironmentWords {
  /** Empty: not said. */
  readonly value: string;
  readonly label: string;
  /** What the choice changes, as sentences. */
  readonly help: string;
}

export const environmentChoices: readonly EnvironmentWords[] = [
  {
    value: '',
    label: 'Not said',
    help: 'The profile carries no mark. Choose Production where a mistake would reach real people.',
  },
  {
    value: 'development',
    label: 'Development',
    help: 'Marked with its colour in the list, the tray and the quick switcher; nothing else changes.',
  },
  {
    value: 'sandbox',
    label: 'Sandbox',
    help: 'Marked with its colour in the list, the tray and the quick switcher; nothing else changes.',
  },
  {
    value: 'production',
    label: 'Production',
    help: 'It stands out everywhere, asks before its token is copied, and leaves the clipboard sooner. Settings turn the question off.',
  },
];
