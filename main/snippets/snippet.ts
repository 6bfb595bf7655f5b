/** A token in the forms in which people paste it: bare, as a header, in a curl command, or as an environment variable. */
import type { Profile } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import { shellQuote } from './shell-quote.ts';
import { tokenCommand } from './token-command.ts';
import type { TokenWishes } from './token-command.ts';

export const snippetKinds = ['raw', 'header', 'curl', 'env'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

export interface SnippetInput {
  readonly profile: Profile;
  readonly token: string;
  readonly tokenType: string;
  /**
   * True puts the token itself into `curl` and `env`, where otherwise `$(tokentray token NAME)` stands: that outlives the
   * token and keeps it out of the shell's history. `raw` and `header` always hold the token, so that
   * `curl -H "$(tokentray token NAME --as header)"` works.
   */
  readonly literal: boolean;
  /** What was asked of the token: the command that stands in its place asks for the same. */
  readonly wishes?: TokenWishes;
}

const renderers: Readonly<Record<SnippetKind, (input: SnippetInput) => string>> = {
  raw: ({ token }) => token,
  header: (input) => authorization(input, input.token),
  curl: (input) => `curl -sS -H ${inShell(input, (token) => authorization(input, token))} ${sampleUrl(input.profile)}`,
  env(input) {
    const variable = systemOf(input.profile).tokenVariable;
    // In two steps: `export X=$(…)` succeeds whether or not the command does.
    return `${variable}=${inShell(input, (token) => token)} && export ${variable}`;
  },
};

/** Without a newline at the end; `curl` and `env` are for POSIX shells. Throws `config.unsupported`. */
export function renderSnippet(kind: SnippetKind, input: SnippetInput): string {
  return renderers[kind](input);
}

/** RFC 6750 section 2.1; servers spell the type in their answers in any case (RFC 6749 section 5.1). */
function authorization({ tokenType }: SnippetInput, token: string): string {
  return `Authorization: ${tokenType.toLowerCase() === 'bearer' ? 'Bearer' : tokenType} ${token}`;
}

/** One shell word around the token, or around the command that prints it. */
function inShell(input: SnippetInput, around: (token: string) => string): string {
  const { profile, wishes = {}, token, literal } = input;
  return literal ? shellQuote(around(token)) : `"${around(`$(${tokenCommand(profile.name, wishes)})`)}"`;
}

/** A cheap request, else the API's base. Where no API is known, the shell stops and asks: no token goes to a made-up host. */
function sampleUrl(profile: Profile): string {
  const system = systemOf(profile);
  const { api } = system.endpoints(profile);
  return api === undefined
    ? '"${API_URL:?set it to the address to call}"'
    : shellQuote(`${api}${system.sampleCall ?? '/'}`);
}
