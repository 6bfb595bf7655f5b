/** Reads the query of `GET /v1/token`. */
import { isScope } from '../profiles/line-rules.ts';
import { snippetKinds } from '../snippets/snippet.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import type { TokenQuery } from '../tokens/tokens.ts';
import { RequestRefused } from './request-refused.ts';

export interface TokenRequest {
  readonly name: string | undefined;
  readonly query: TokenQuery;
  readonly as: SnippetKind;
  readonly literal: boolean;
  readonly cachedOnly: boolean;
}

const known = new Set(['name', 'minValid', 'force', 'scope', 'as', 'literal', 'cached']);

/** Strict: throws RequestRefused for what is unknown or malformed, so that a mistyped query never gets another token than meant. */
export function readTokenQuery(query: URLSearchParams): TokenRequest {
  for (const key of query.keys()) {
    if (!known.has(key)) throw new RequestRefused(400, `unknown query parameter ${key}`);
  }
  const name = query.get('name');
  const minValid = query.get('minValid');
  const scope = query.get('scope');
  const as = query.get('as') ?? 'raw';
  if (minValid !== null && !/^\d{1,9}$/.test(minValid)) throw new RequestRefused(400, 'minValid must be whole seconds');
  if (scope !== null && !isScope(scope))
    throw new RequestRefused(400, 'scope must be as RFC 6749 section 3.3 spells it');
  if (!isSnippetKind(as)) throw new RequestRefused(400, `as must be one of ${snippetKinds.join(', ')}`);
  return {
    name: name ?? undefined,
    as,
    literal: flag(query, 'literal'),
    cachedOnly: flag(query, 'cached'),
    query: {
      ...(minValid === null ? {} : { minValidMs: Number(minValid) * 1_000 }),
      ...(flag(query, 'force') ? { force: true } : {}),
      ...(scope === null ? {} : { scope }),
    },
  };
}

function flag(query: URLSearchParams, key: string): boolean {
  const value = query.get(key);
  if (value === null || value === '0') return false;
  if (value === '1') return true;
  throw new RequestRefused(400, `${key} must be 1 or 0`);
}

function isSnippetKind(text: string): text is SnippetKind {
  return (snippetKinds as readonly string[]).includes(text);
}
