/** Whether a request to the listener may be the browser coming back from a sign-in, judged by its head alone. */

export interface RequestHead {
  readonly method: string;
  /** As it stands in the request line. */
  readonly target: string;
  /** Every `Host` header. */
  readonly hosts: readonly string[];
}

export type JudgedRequest =
  | {
      readonly kind: 'redirect';
      /** In lower case, with the port as it stood there. */
      readonly host: string;
      readonly path: string;
      readonly parameters: URLSearchParams;
    }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405 };

/** Names of this machine; any other in `Host` is a page elsewhere that had its name point here (DNS rebinding). */
const names = ['localhost', '127.0.0.1', '[::1]'] as const;

/** `paths` are those that sign-ins wait for, compared as they were sent. */
export function judgeRequest(
  { method, target, hosts }: RequestHead,
  { port, paths }: { readonly port: number; readonly paths: ReadonlySet<string> },
): JudgedRequest {
  const host = hosts[0]?.toLowerCase() ?? '';
  if (hosts.length !== 1 || !isOurs(host, port)) return { kind: 'refused', status: 400 };
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  if (!paths.has(path)) return { kind: 'refused', status: 404 };
  if (method !== 'GET') return { kind: 'refused', status: 405 };
  return { kind: 'redirect', host, path, parameters: new URLSearchParams(mark === -1 ? '' : target.slice(mark)) };
}

function isOurs(host: string, port: number): boolean {
  return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}
