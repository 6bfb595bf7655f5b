/** A token in a request of a `.http` file, as the REST Client of VS Code and the HTTP Client of JetBrains read it. */
import { requestHeaders } from '../systems/request-headers.ts';
import { sampleCall } from '../systems/sample-call.ts';
import type { SnippetInput } from './snippet-input.ts';

/** A cheap request of the system's API. Such files run no commands, so it holds the token itself. */
export function httpFileSnippet({ profile, token, wishes }: SnippetInput): string {
  const call = sampleCall(profile, wishes?.scope ?? profile.scope);
  return [
    `### ${profile.name}`,
    // A variable without a value is no address: the token goes nowhere until somebody says where.
    ...(call === undefined ? ['# Say first which API: @apiUrl = https://…'] : []),
    `GET ${call === undefined ? '{{apiUrl}}' : withoutVariables(`${call.api}${call.path}`)}`,
    ...requestHeaders(profile, token).map(([name, value]) => `${name}: ${value}`),
  ].join('\n');
}

/** Two braces would begin a variable. */
function withoutVariables(url: string): string {
  return url.replaceAll('{', '%7B').replaceAll('}', '%7D');
}
