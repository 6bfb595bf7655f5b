/** Turns the parameters of a token request into what travels: a form, JSON, multipart, or all of it in the URL. */
import { randomBytes } from 'node:crypto';
import type { BodyShape } from '../profiles/profile.ts';

/** Where a token request goes and what it carries. */
export interface ShapedRequest {
  readonly url: string;
  /** Lower-case names. Never a `content-length`: the sender counts, and sends 0 where there is no body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * The same parameters in the shape a server wants. A query that the endpoint's URL already has is kept as it is
 * (RFC 6749 section 3.2). `newBoundary` makes the delimiter of multipart parts; default 128 random bits.
 */
export function shapeRequest(
  shape: BodyShape,
  endpoint: string,
  parameters: URLSearchParams,
  newBoundary: () => string = randomBoundary,
): ShapedRequest {
  return byShape[shape](endpoint, parameters, newBoundary);
}

type Shaper = (endpoint: string, parameters: URLSearchParams, newBoundary: () => string) => ShapedRequest;

const byShape: Readonly<Record<BodyShape, Shaper>> = {
  form: (url, parameters) => ({
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: parameters.toString(),
  }),
  json: (url, parameters) => ({
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(parameters)),
  }),
  multipart: (url, parameters, newBoundary) => {
    const boundary = newBoundary();
    return {
      url,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: multipartBody(parameters, boundary),
    };
  },
  query: (endpoint, parameters) => ({ url: appendQuery(endpoint, parameters), headers: {} }),
};

/** RFC 7578. By hand because FormData rewrites line breaks inside values, which would change a secret. */
function multipartBody(parameters: URLSearchParams, boundary: string): string {
  const parts = [...parameters].map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${escapeFieldName(name)}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}

function escapeFieldName(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function appendQuery(endpoint: string, parameters: URLSearchParams): string {
  const url = new URL(endpoint);
  url.search = [url.search.slice(1), parameters.toString()].filter((part) => part !== '').join('&');
  return url.href;
}

function randomBoundary(): string {
  return `tokentray-${randomBytes(16).toString('hex')}`;
}
