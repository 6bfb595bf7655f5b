/** How the agent answers: text, JSON, or a failure with a status that says what kind it is. */
import type { ServerResponse } from 'node:http';
import type { TokentrayError } from '../errors.ts';
import { toErrorRecord } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { describeError } from '../systems/explain.ts';
import type { ErrorReply } from './protocol.ts';

const warningHeader = 'tokentray-warning';

/** The text and a newline. */
export function sendText(response: ServerResponse, text: string, warning?: string): void {
  const headers = warning === undefined ? {} : { [warningHeader]: encodeURIComponent(warning) };
  send(response, 200, 'text/plain; charset=utf-8', text, headers);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value), {});
}

/** An `ErrorReply`; the profile lends it the vendor's own words. `status` only where HTTP has a better one. */
export function sendError(
  response: ServerResponse,
  error: TokentrayError,
  options: { readonly profile?: Profile | undefined; readonly status?: number | undefined } = {},
): void {
  sendJson(response, options.status ?? statusOf(error), errorReply(error, options.profile));
}

export function errorReply(error: TokentrayError, profile?: Profile): ErrorReply {
  return { error: toErrorRecord(error), ...describeError(error, profile) };
}

function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  text: string,
  headers: Record<string, string>,
): void {
  const body = Buffer.from(`${text}\n`);
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length, ...headers });
  response.end(body);
}

function statusOf({ code }: TokentrayError): number {
  if (code === 'config.profile_not_found' || code === 'config.no_default_profile') return 404;
  if (code === 'config.profile_exists') return 409;
  if (code === 'auth.refused') return 502;
  const family = code.slice(0, code.indexOf('.'));
  return statusByFamily[family] ?? 500;
}

const statusByFamily: Readonly<Record<string, number>> = {
  config: 400,
  auth: 409,
  network: 502,
  storage: 503,
  ipc: 400,
};
