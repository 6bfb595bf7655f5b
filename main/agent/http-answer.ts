/** Takes an HTTP answer apart; chunked bodies are not read, because answers to HTTP/1.0 have none. */

export interface HttpAnswer {
  readonly status: number;
  /** Status line and header lines. */
  readonly head: string;
  readonly body: string;
}

export const headEnd = '\r\n\r\n';

/**
 * Undefined when it is no HTTP, or not all of it is there: a body is complete at its `content-length`, or without one when
 * the connection `ended`.
 */
export function readAnswer(bytes: Buffer, ended: boolean): HttpAnswer | undefined {
  const at = bytes.indexOf(headEnd);
  if (at === -1) return undefined;
  const head = bytes.toString('latin1', 0, at);
  const status = statusOf(head);
  const length = headerOf(head, 'content-length');
  const received = bytes.length - at - headEnd.length;
  const isComplete = length === undefined ? ended : Number(length) === received;
  if (status === undefined || !isComplete) return undefined;
  return { status, head, body: bytes.toString('utf8', at + headEnd.length) };
}

/** Undefined when it is no HTTP/1. */
function statusOf(head: string): number | undefined {
  const match = /^HTTP\/1\.[01] (\d{3})/.exec(head);
  return match === null ? undefined : Number(match[1]);
}

/** `name` in lower case; undefined when there is no such header. */
export function headerOf(head: string, name: string): string | undefined {
  const line = head.split('\r\n').find((line) => line.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}
