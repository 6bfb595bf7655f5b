/** The command line that prints a token, as it stands in a snippet in place of the token. */
import { shellWord } from './shell-quote.ts';

/** What may be asked of a token. */
export interface TokenWishes {
  /** Wanted remaining life in whole seconds; absent: as much as the command wants by itself. */
  readonly minValidSeconds?: number | undefined;
  /** Scopes of a one-off token (RFC 6749 section 3.3). */
  readonly scope?: string | undefined;
}

/** One word of a command line, quoted as the shell wants it. */
export type QuoteWord = (text: string) => string;

/** For a POSIX shell unless `word` quotes for another. Names of profiles need no quoting. */
export function tokenCommand(name: string, wishes: TokenWishes, word: QuoteWord = shellWord): string {
  const { minValidSeconds, scope } = wishes;
  return [
    `tokentray token ${name}`,
    ...(minValidSeconds === undefined ? [] : [`--min-valid ${minValidSeconds}`]),
    ...(scope === undefined ? [] : [`--scope ${word(scope)}`]),
  ].join(' ');
}

/** The same, printing every header that the API wants, each on a line of its own. */
export function headersCommand(name: string, wishes: TokenWishes, word: QuoteWord = shellWord): string {
  return `${tokenCommand(name, wishes, word)} --as header`;
}
