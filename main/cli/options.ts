/** Options and arguments that several commands share. */
import { Argument, Option } from 'commander';
import { isScope } from '../profiles/line-rules.ts';
import { closestName } from '../profiles/suggest.ts';
import { UsageError } from './usage-error.ts';

export function jsonOption(): Option {
  return new Option('--json', 'print JSON, also for errors');
}

export function nameArgument(description = 'name of the profile'): Argument {
  return new Argument('<name>', description);
}

export function optionalNameArgument(description = 'name of the profile; without it, the default one'): Argument {
  return new Argument('[name]', description);
}

/** Restricts to `choices`, suggesting the one that was probably meant. */
export function choiceOption(option: Option, choices: readonly string[]): Option {
  return option.choices(choices).argParser((value: string) => choice(value, choices, option.long ?? option.flags));
}

/** Restricts to `choices` and guesses none: what is not among them is another thing rather than a mistyped one. */
export function listedArgument(argument: Argument, choices: readonly string[]): Argument {
  return argument.choices(choices).argParser((value: string) => {
    if (choices.includes(value)) return value;
    throw new UsageError(`${argument.name().toUpperCase()} takes one of ${choices.join(', ')}.`, 'Choose one of them.');
  });
}

/** `value` when it is one of `choices`. Throws a UsageError that names the nearest one. */
export function choice(value: string, choices: readonly string[], where: string): string {
  if (choices.includes(value)) return value;
  const suggestion = closestName(value, choices);
  throw new UsageError(
    `${where} takes one of ${choices.join(', ')}.`,
    suggestion === undefined ? `Choose one of them.` : `Did you mean ${suggestion}?`,
  );
}

/** A whole number of seconds, at most a year. */
export function secondsOption(option: Option): Option {
  return option.argParser((value: string) => {
    const seconds = /^\d{1,8}$/.test(value) ? Number(value) : Number.NaN;
    if (seconds <= 31_536_000) return seconds;
    throw new UsageError(
      `${option.long ?? option.flags} takes a whole number of seconds.`,
      `For example: ${option.long} 300`,
    );
  });
}

/** Scopes as RFC 6749 section 3.3 spells them. */
export function scopeOption(): Option {
  return new Option(
    '--scope <scope>',
    'ask for a token of this scope, space-delimited; it is printed and not stored',
  ).argParser((value: string) => {
    if (isScope(value)) return value;
    throw new UsageError(
      '--scope takes scopes with one blank between them, of printable ASCII characters except " and \\.',
      'For example: --scope "read write"; leave it out for the scope of the profile.',
    );
  });
}
