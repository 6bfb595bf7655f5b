/** The parts of a manual page that stand below a command's options. */
import type { Command } from 'commander';
import { exitCodeWords } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';

export interface Manual {
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Paragraphs. */
  readonly description: string;
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** Besides 0 and 1, in order. */
  readonly exitCodes: readonly ExitCode[];
  readonly environment?: readonly (readonly [name: string, meaning: string])[];
  /** Further sections in between, already laid out. */
  readonly sections?: readonly { readonly title: string; readonly text: string }[];
}

/** Environment variables, as the manual pages explain them. */
export const variables = {
  home: ['TOKENTRAY_HOME', 'folder of every file that Tokentray writes'],
  keychain: ['TOKENTRAY_KEYCHAIN', 'mode of a new vault: os (default), passphrase or memory'],
  passphrase: ['TOKENTRAY_PASSPHRASE', 'passphrase of the vault, where it has one; else a prompt asks'],
  proxy: ['HTTPS_PROXY, NO_PROXY', 'proxy, with its user name and password; the setting proxy goes first'],
  trust: ['NODE_EXTRA_CA_CERTS', 'PEM file with further trusted certificates'],
} as const satisfies Record<string, readonly [string, string]>;

export function withManual(command: Command, manual: Manual): Command {
  const sections = [
    { title: 'Examples', text: manual.examples.map(([line, does]) => `${does}:\n  $ ${line}`).join('\n') },
    ...(manual.sections ?? []),
    { title: 'Exit codes', text: twoColumns(exitCodeRows(manual.exitCodes)) },
    ...(manual.environment === undefined ? [] : [{ title: 'Environment', text: twoColumns(manual.environment) }]),
  ];
  return command
    .summary(manual.summary)
    .description(manual.description)
    .addHelpText('after', () => {
      const help = command.createHelp();
      return sections.map(({ title, text }) => `\n${help.styleTitle(`${title}:`)}\n${indented(text)}`).join('\n');
    });
}

function exitCodeRows(codes: readonly ExitCode[]): readonly (readonly [string, string])[] {
  return [0 as const, ...codes, 1 as const].map((code) => [String(code), exitCodeWords[code]]);
}

function twoColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, words]) => `${term.padEnd(width)}  ${words}`).join('\n');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gmu, '  ');
}
