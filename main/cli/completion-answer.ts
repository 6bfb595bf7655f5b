/** Answers a shell that asks how a command line may go on: `tokentray complete -- WORDS`, as the completion scripts call it. */
import { ShellCompDirective } from '@bomb.sh/tab';
import type { ArgumentHandler, Command as Completable } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { vaultModes } from '../storage/storage.ts';
import { printedBy } from './completion-output.ts';
import { keychainHelp, keychainKey } from './keychain-setting.ts';
import type { CliServices, Session } from './session.ts';

/** `words` are those after the program's name; the last one is being typed and may be empty. */
export async function answerCompletion(program: Command, session: Session, words: readonly string[]): Promise<void> {
  if (expectsFile(words)) {
    session.io.out.write(`:${ShellCompDirective.ShellCompDirectiveDefault}\n`);
    return;
  }
  const commands = commandsByPath(program);
  const values = argumentValues(commands, words, await openQuietly(session));
  const answer = printedBy(() => {
    const root = tab(program);
    root.commands.delete('complete');
    for (const [path, command] of [['', root] as const, ...root.commands]) {
      command.description = commands.get(path)?.summary() ?? command.description;
      addValues(command, values);
    }
    root.parse([...words]);
  });
  // An empty description shows as a lonely dash in zsh.
  session.io.out.write(answer.replace(/\t$/gmu, ''));
}

function expectsFile(words: readonly string[]): boolean {
  const typing = words.at(-1) ?? '';
  return words.at(-2) === '--file' || (words[0] === 'import' && words.length === 2 && !typing.startsWith('-'));
}

/** A shell's prompt is no place for failures. */
async function openQuietly(session: Session): Promise<CliServices | undefined> {
  try {
    return await session.services();
  } catch {
    return undefined;
  }
}

/** `settings set` and the like. */
function commandsByPath(parent: Command, prefix = ''): ReadonlyMap<string, Command> {
  return new Map(
    parent.commands.flatMap((command) => {
      const path = `${prefix}${command.name()}`;
      return [[path, command] as const, ...commandsByPath(command, `${path} `)];
    }),
  );
}

/** Values, by the name of the argument, that are not known before. */
function argumentValues(
  commands: ReadonlyMap<string, Command>,
  words: readonly string[],
  services: CliServices | undefined,
): Readonly<Record<string, ArgumentHandler>> {
  return {
    name(complete) {
      for (const { profile } of services?.storage.profiles.list() ?? []) complete(profile.name, profile.system);
    },
    key(complete) {
      for (const { key, help } of services?.settings.list() ?? []) complete(key, help);
      complete(keychainKey, keychainHelp);
    },
    value(complete) {
      if (!words.includes(keychainKey)) return;
      for (const mode of vaultModes) if (mode !== 'memory') complete(mode, '');
    },
    command(complete) {
      for (const [path, command] of commands) if (!path.includes(' ')) complete(path, command.summary());
    },
  };
}

function addValues(command: Completable, values: Readonly<Record<string, ArgumentHandler>>): void {
  const secrets = command.options.get('secrets');
  if (secrets !== undefined) secrets.handler = (complete) => complete('-', 'JSON on standard input, or a prompt');
  for (const argument of command.arguments.values()) {
    const handler = values[argument.name];
    if (handler !== undefined) argument.handler = handler;
  }
}
