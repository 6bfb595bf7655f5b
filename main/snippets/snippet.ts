/** A token in the forms in which people paste it. */
import { requestHeaders } from '../systems/request-headers.ts';
import { httpFileSnippet } from './http-file.ts';
import { postmanSnippet } from './postman-environment.ts';
import { powershellSnippet } from './powershell-snippet.ts';
import { curlSnippet, envSnippet } from './shell-snippets.ts';
import type { SnippetInput } from './snippet-input.ts';

export const snippetKinds = ['raw', 'header', 'curl', 'powershell', 'http', 'postman', 'env'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

const renderers: Readonly<Record<SnippetKind, (input: SnippetInput) => string>> = {
  raw: ({ token }) => token.accessToken,
  header: ({ profile, token }) =>
    requestHeaders(profile, token)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  curl: curlSnippet,
  powershell: powershellSnippet,
  http: httpFileSnippet,
  postman: postmanSnippet,
  env: envSnippet,
};

/** Without a newline at the end. Throws `config.unsupported`. */
export function renderSnippet(kind: SnippetKind, input: SnippetInput): string {
  return renderers[kind](input);
}
