/** Turns what the OAuth library wants to send into the request that leaves. */
import type { HttpRequest } from '../http/http.ts';
import type { BodyShape } from '../profiles/profile.ts';
import { shapeRequest } from './request-body.ts';

/** What a person may set about a token request, whichever grant it is for. */
export interface RequestOptions {
  readonly body: BodyShape;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Of the library's headers only these matter: its content type is that of a form, its user agent is its own. */
const protocolHeaders: ReadonlySet<string> = new Set(['accept', 'authorization']);

/**
 * `headers` and `parameters` are the library's, the client's credentials among them. Headers that the protocol needs
 * win over those of `options`.
 */
export function toHttpRequest(
  endpoint: string,
  headers: Readonly<Record<string, string>>,
  parameters: URLSearchParams,
  options: RequestOptions,
): HttpRequest {
  const shaped = shapeRequest(options.body, endpoint, parameters);
  const extra = Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const needed = Object.entries(headers).filter(([name]) => protocolHeaders.has(name));
  return {
    method: 'POST',
    url: shaped.url,
    headers: { 'user-agent': 'tokentray', ...Object.fromEntries([...extra, ...needed]), ...shaped.headers },
    ...(shaped.body === undefined ? {} : { body: shaped.body }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
}
