/** Reads the parameters of a token request the ways the vendor's page documents, and no other. */
import { oauthError, type DemoAnswer } from '../server/answer.ts';

/** A request with its complete body. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface TokenParameters {
  readonly grantType: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const documentedKeys: ReadonlySet<string> = new Set(['grant_type', 'client_id', 'client_secret']);

/** The three parameters, from a form, multipart or the query; an answer that says what is wrong with anything else. */
export async function readTokenRequest(request: ReceivedRequest): Promise<TokenParameters | { refusal: DemoAnswer }> {
  if (request.method !== 'POST') {
    return { refusal: oauthError(405, 'invalid_request', 'Token requests are made with POST.', { allow: 'POST' }) };
  }
  if (request.headers['authorization'] !== undefined) {
    return refused('Client credentials are sent as parameters, not in the Authorization header.');
  }
  const fromBody = await readBody(request);
  if ('refusal' in fromBody) return fromBody;
  return pick([...request.url.searchParams, ...fromBody.pairs]);
}

type Pairs = readonly (readonly [name: string, value: unknown])[];

async function readBody(request: ReceivedRequest): Promise<{ pairs: Pairs } | { refusal: DemoAnswer }> {
  if (request.body.length === 0) return { pairs: [] };
  const contentType = String(request.headers['content-type'] ?? '');
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'application/x-www-form-urlencoded') {
    return { pairs: [...new URLSearchParams(Buffer.from(request.body).toString())] };
  }
  if (mediaType !== 'multipart/form-data') {
    return { refusal: oauthError(415, 'invalid_request', 'Send a form, multipart form data, or query parameters.') };
  }
  try {
    const form = await new Response(request.body, { headers: { 'content-type': contentType } }).formData();
    return { pairs: [...form] };
  } catch {
    return refused('The multipart body is malformed.');
  }
}

function pick(pairs: Pairs): TokenParameters | { refusal: DemoAnswer } {
  const parameters = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (!documentedKeys.has(name)) return refused('There is a parameter that this grant does not have.');
    if (parameters.has(name)) return refused(`${name} is given twice.`);
    if (typeof value !== 'string') return refused(`${name} is a file.`);
    parameters.set(name, value);
  }
  for (const name of documentedKeys) if (!parameters.get(name)) return refused(`${name} is missing.`);
  const { grant_type = '', client_id = '', client_secret = '' } = Object.fromEntries(parameters);
  return { grantType: grant_type, clientId: client_id, clientSecret: client_secret };
}

function refused(description: string): { refusal: DemoAnswer } {
  return { refusal: oauthError(400, 'invalid_request', description) };
}
