/** Wrong usage in words: what was wrong with the command line and how it should read. Values are never repeated: they may be secrets. */
import type { Command, CommanderError } from 'commander';
import { TokentrayError } from '../errors.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import { closestName } from '../profiles/suggest.ts';

/** A failure that brings both its sentences along, where the general ones do not fit what was typed. */
export class ErrorInWords extends TokentrayError {
  readonly what: string;
  readonly next: string;

  constructor(code: ErrorCode, data: ErrorData, words: { readonly what: string; readonly next: string }) {
    super(code, { data });
    this.what = words.what;
    this.next = words.next;
  }
}

/** A `config.usage`, which is always told in words of its own. */
export class UsageError extends ErrorInWords {
  constructor(what: string, next: string) {
    super('config.usage', { detail: what }, { what, next });
  }
}

/** What commander found, said in two sentences. */
export function usageErrorOf(error: CommanderError, command: Command): UsageError {
  const [complaint = '', hint = ''] = error.message.replace(/^error: /, '').split('\n');
  const near = /^\(Did you mean (.+)\?\)$/.exec(hint)?.[1];
  const manual = `See: ${fullName(command)} --help`;
  switch (error.code) {
    case 'commander.unknownOption': {
      const flag = flagOf(complaint);
      if (namesASecret(flag)) return secretFlag(flag);
      if (flag === '--json' && command.commands.length > 0) return jsonBeforeCommand(command);
      const suggestion = near ?? closestName(flag, flagsOf(command));
      return new UsageError(
        `There is no option ${flag} here.`,
        suggestion === undefined ? manual : `Did you mean ${suggestion}? ${manual}`,
      );
    }
    case 'commander.unknownCommand': {
      const word = quotedOf(complaint);
      const suggestion = near ?? closestName(word, namesOf(command));
      return new UsageError(
        `There is no command ${word}.`,
        suggestion === undefined ? manual : `Did you mean: ${fullName(command)} ${suggestion}`,
      );
    }
    case 'commander.excessArguments':
      return new UsageError(
        `${fullName(command)} takes ${countOf(command)} and was given ${command.args.length}.`,
        manual,
      );
    case 'commander.missingArgument':
      return new UsageError(`${quotedOf(complaint).toUpperCase()} is missing.`, manual);
    case 'commander.missingMandatoryOptionValue':
      return new UsageError(`The option ${quotedOf(complaint)} is missing.`, manual);
    case 'commander.optionMissingArgument':
      return new UsageError(`The option ${quotedOf(complaint)} needs a value.`, manual);
    case 'commander.conflictingOption':
      return new UsageError(sentence(complaint.replaceAll("'", '')), manual);
    default:
      return new UsageError('The command line could not be understood.', manual);
  }
}

function flagsOf({ options }: Command): readonly string[] {
  return options.flatMap(({ long }) => (typeof long === 'string' ? [long] : []));
}

function namesOf({ commands }: Command): readonly string[] {
  return commands.map((command) => command.name());
}

/** `tokentray settings set`. */
function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

/** Without a value that was attached to it: `--key=value`, `-kvalue`. */
function flagOf(complaint: string): string {
  const flag = quotedOf(complaint);
  return flag.startsWith('--') ? flag.replace(/=.*$/su, '') : flag.slice(0, 2);
}

function quotedOf(complaint: string): string {
  return /'(.*)'/su.exec(complaint)?.[1] ?? '';
}

function namesASecret(flag: string): boolean {
  return /secret|pass(word|phrase)|token|api-?key|private-?key|credential|jwk/iu.test(flag);
}

function secretFlag(flag: string): UsageError {
  return new UsageError(
    `There is no option ${flag}: a secret on the command line would stay in the shell's history and in the list of processes.`,
    'Give it at the prompt (run the command on a terminal), or as JSON on standard input: --secrets - < secrets.json',
  );
}

function jsonBeforeCommand(command: Command): UsageError {
  const example = command.parent === null ? 'list' : (namesOf(command)[0] ?? '');
  return new UsageError('--json goes behind the command.', `For example: ${fullName(command)} ${example} --json`);
}

function countOf(command: Command): string {
  const count = command.registeredArguments.length;
  return count === 0 ? 'no arguments' : count === 1 ? 'one argument' : `${count} arguments`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
