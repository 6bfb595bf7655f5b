/** What the forms of a token are called in menus. */
import type { SnippetKind } from './snippet.ts';

/** Within a sentence, such as `Copy curl command`. */
export const snippetNames: Readonly<Record<SnippetKind, string>> = {
  raw: 'token',
  header: 'request header',
  curl: 'curl command',
  powershell: 'PowerShell command',
  http: 'request for a .http file',
  postman: 'Postman environment',
  env: 'environment variable',
};

/** As a menu row of its own. The name of a program keeps its small letter. */
export function snippetLabel(kind: SnippetKind): string {
  const name = snippetNames[kind];
  return kind === 'curl' ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
