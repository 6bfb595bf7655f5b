/** Reads a JSON request body of bounded size. */
import type { IncomingMessage } from 'node:http';
import { RequestRefused } from './request-refused.ts';

/** The largest profile with the largest key is a tenth of this. */
const maxBodyBytes = 256 * 1024;

/** Of an import of a thousand profiles with large keys. */
export const maxImportBytes = 8 * 1024 * 1024;

/** A JSON object that has no other members than these. Rejects with RequestRefused. */
export async function readMembers(
  request: IncomingMessage,
  members: readonly string[],
  mostBytes: number = maxBodyBytes,
): Promise<Readonly<Record<string, unknown>>> {
  const body = await readJsonObject(request, mostBytes);
  const unknown = Object.keys(body).find((key) => !members.includes(key));
  if (unknown !== undefined) throw new RequestRefused(400, `unknown member ${unknown} in the request body`);
  return body;
}

/** 413 too large, 400 no JSON object. A body that is too large is read to its end but not kept. */
async function readJsonObject(request: IncomingMessage, mostBytes: number): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes > mostBytes) throw new RequestRefused(413, `the request body has more than ${mostBytes} bytes`);
  const value = parse(Buffer.concat(chunks).toString());
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new RequestRefused(400, 'the request body must be a JSON object');
  }
  return value as Readonly<Record<string, unknown>>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RequestRefused(400, 'the request body is not JSON');
  }
}
