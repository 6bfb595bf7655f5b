/** `tokentray help`: the manual page of a command. */
import { Command } from 'commander';
import { closestName } from '../profiles/suggest.ts';
import { UsageError } from './usage-error.ts';

export function helpCommand(): Command {
  const command = new Command('help')
    .summary('show the manual page of a command')
    .description('Shows the manual page of a command, as --help after it does.')
    .argument('[command...]', 'command, such as token, or settings set')
    .helpOption(false)
    .action((path: readonly string[]) => find(command.parent ?? command, path).outputHelp());
  return command;
}

/** Throws a UsageError that names the nearest command. */
function find(from: Command, path: readonly string[]): Command {
  return path.reduce((parent, name) => {
    const found = parent.commands.find((command) => command.name() === name);
    if (found !== undefined) return found;
    const suggestion = closestName(
      name,
      parent.commands.map((command) => command.name()),
    );
    throw new UsageError(
      `There is no command ${name}.`,
      suggestion === undefined ? 'See: tokentray --help' : `Did you mean: tokentray help ${suggestion}`,
    );
  }, from);
}
