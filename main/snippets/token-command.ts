/** The command line that prints a token, as it stands in a snippet in place of the token. */
import { shellWord } from './shell-quote.ts';

/** What may be asked of a token. */
export interface TokenWishes {
  /** Wanted remaining life in whole seconds; absent: as much as the command wants by itself. */
  readonly minValidSeconds?: number | undefined;
  /** Scopes of a one-off token (RFC 6749 section 3.3). */
  readonly scope?: string | undefined;
}

/** For a POSIX shell. Names of profiles need no quoting. */
export function tokenCommand(name: string, { minValidSeconds, scope }: TokenWishes): string {
  return [
    `tokentray token ${name}`,
    ...(minValidSeconds === undefined ? [] : [`--min-valid ${minValidSeconds}`]),
    ...(scope === undefined ? [] : [`--scope ${shellWord(scope)}`]),
  ].join(' ');
}
