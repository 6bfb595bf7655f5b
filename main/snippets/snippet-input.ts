/** What a snippet is made of. */
import type { Profile } from '../profiles/profile.ts';
import type { SentToken } from '../systems/request-headers.ts';
import type { TokenWishes } from './token-command.ts';

export interface SnippetInput {
  readonly profile: Profile;
  readonly token: SentToken;
  /**
   * True puts the token itself into the forms that a shell runs (`curl`, `powershell`, `env`), where otherwise
   * `$(tokentray token NAME)` stands: that outlives the token and keeps it out of the shell's history. The other forms
   * cannot run commands and always hold the token; so `curl -H "$(tokentray token NAME --as header)"` works.
   */
  readonly literal: boolean;
  /** What was asked of the token: the command that stands in its place asks for the same. */
  readonly wishes?: TokenWishes;
}

/** What stands before the token in a header, such as `Bearer `. */
export function headerPrefix(header: string, token: string): string {
  return header.slice(0, header.length - token.length);
}
