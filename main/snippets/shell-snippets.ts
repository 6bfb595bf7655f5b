/** A token in commands for POSIX shells (sh, bash, zsh). */
import { requestHeaders } from '../systems/request-headers.ts';
import type { Header } from '../systems/request-headers.ts';
import { systemOf } from '../systems/registry.ts';
import { sampleCall } from '../systems/sample-call.ts';
import { shellQuote } from './shell-quote.ts';
import { headerPrefix } from './snippet-input.ts';
import type { SnippetInput } from './snippet-input.ts';
import { headersCommand, tokenCommand } from './token-command.ts';

/** A cheap request of the system's API. */
export function curlSnippet(input: SnippetInput): string {
  const { profile, token, wishes = {}, literal } = input;
  const url = sampleUrl(input);
  const headers = requestHeaders(profile, token);
  if (literal) return ['curl -sS', ...headers.map((header) => `-H ${shellQuote(line(header))}`), url].join(' ');
  const [only, ...more] = headers;
  // One substitution is one header; several are read from standard input, a line each.
  if (only === undefined || more.length > 0) return `${headersCommand(profile.name, wishes)} | curl -sS -H @- ${url}`;
  return `curl -sS -H ${beforeCommand(headerPrefix(line(only), token.accessToken), tokenCommand(profile.name, wishes))} ${url}`;
}

/** Sets the variable that the vendor's scripts read, and a second one for a key in two parts. */
export function envSnippet({ profile, token, wishes = {}, literal }: SnippetInput): string {
  const { name, auth } = profile;
  const variable = systemOf(profile).tokenVariable;
  const [, second] = requestHeaders(profile, token);
  const ownName = (word: string) => (auth === 'api_key' ? variable.replace(/ACCESS_TOKEN$/, word) : variable);
  const first = literal ? shellQuote(token.accessToken) : `"$(${tokenCommand(name, wishes)})"`;
  if (second === undefined) return exported(ownName('API_KEY'), first);
  const [header, value] = second;
  const rest = literal ? shellQuote(value) : `"$(${headersCommand(name, wishes)} | sed -n 's/^${header}: //p')"`;
  return `${exported(ownName('API_KEY'), first)} && ${exported(ownName('API_SECRET'), rest)}`;
}

/** In two steps: `export X=$(…)` succeeds whether or not the command does. */
function exported(name: string, word: string): string {
  return `${name}=${word} && export ${name}`;
}

function line([name, value]: Header): string {
  return `${name}: ${value}`;
}

/** One word: the text, and behind it what the command prints. */
function beforeCommand(text: string, command: string): string {
  return /^[\w :-]*$/.test(text) ? `"${text}$(${command})"` : `${shellQuote(text)}"$(${command})"`;
}

/** Where no API is known, the shell stops and asks: no token goes to a made-up host. */
function sampleUrl({ profile, wishes }: SnippetInput): string {
  const call = sampleCall(profile, wishes?.scope ?? profile.scope);
  return call === undefined ? '"${API_URL:?set it to the address to call}"' : shellQuote(`${call.api}${call.path}`);
}
