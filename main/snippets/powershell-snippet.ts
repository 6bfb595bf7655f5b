/** A token in a command for PowerShell, from version 5.1 on. */
import { requestHeaders } from '../systems/request-headers.ts';
import type { Header } from '../systems/request-headers.ts';
import { sampleCall } from '../systems/sample-call.ts';
import { powershellEscape, powershellQuote, powershellWord } from './powershell-quote.ts';
import { headerPrefix } from './snippet-input.ts';
import type { SnippetInput } from './snippet-input.ts';
import { headersCommand, tokenCommand } from './token-command.ts';

/** A cheap request of the system's API. */
export function powershellSnippet(input: SnippetInput): string {
  return `Invoke-RestMethod -Uri ${sampleUrl(input)} -Headers ${headerTable(input)}`;
}

function headerTable({ profile, token, wishes = {}, literal }: SnippetInput): string {
  const headers = requestHeaders(profile, token);
  if (literal) return table(headers.map(([name, value]) => [name, powershellQuote(value)]));
  const [only, ...more] = headers;
  if (only === undefined || more.length > 0) return tableOf(headersCommand(profile.name, wishes, powershellWord));
  const [name, value] = only;
  const before = powershellEscape(headerPrefix(value, token.accessToken));
  return table([[name, `"${before}$(${tokenCommand(profile.name, wishes, powershellWord)})"`]]);
}

/** `values` are expressions. */
function table(headers: readonly Header[]): string {
  const entries = headers.map(
    ([name, value]) => `${/^[A-Za-z]+$/.test(name) ? name : powershellQuote(name)} = ${value}`,
  );
  return `@{ ${entries.join('; ')} }`;
}

/** Of a command that prints headers, each on a line of its own. */
function tableOf(command: string): string {
  return `(${command} | ForEach-Object { $h = @{} } { $n, $v = $_ -split ': ', 2; $h[$n] = $v } { $h })`;
}

/** Where no API is known, PowerShell stops and asks: no token goes to a made-up host. */
function sampleUrl({ profile, wishes }: SnippetInput): string {
  const call = sampleCall(profile, wishes?.scope ?? profile.scope);
  return call === undefined
    ? `$(if ($env:API_URL) { $env:API_URL } else { throw 'Set $env:API_URL to the address to call' })`
    : powershellQuote(`${call.api}${call.path}`);
}
