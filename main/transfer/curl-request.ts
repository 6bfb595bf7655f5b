/** Reads the request that a pasted curl command would make. */
import { isPlainObject } from '../profiles/plain-object.ts';
import type { BodyShape } from '../profiles/profile.ts';
import { curlArguments } from './curl-arguments.ts';
import type { CurlArgument } from './curl-arguments.ts';
import type { SentRequest } from './sent-request.ts';
import { shellWords } from './shell-words.ts';
import { fileInvalid, readStrictJson } from './strict-json.ts';

/** Of a command that somebody copied: a key in it takes a few thousand. Taking parameters apart costs more than reading JSON. */
const mostCharacters = 256 * 1024;

/** `$ curl …` out of documentation, and `curl.exe` from Windows. */
const curl = /^\s*(?:[$>#%❯]\s+)?curl(?:\.exe)?\s/i;

export function looksLikeCurl(text: string): boolean {
  return curl.test(text);
}

/** Throws `config.file_invalid`, which quotes nothing of the command. */
export function readCurlRequest(text: string): SentRequest {
  if (text.length > mostCharacters) throw fileInvalid('it is longer than any command that is known');
  const words = shellWords(text.replace(/^\s*[$>#%❯]\s+/, ''));
  if (words === undefined) throw fileInvalid('a quote in the command is not closed: paste it whole');
  const parts = curlArguments(words.slice(1));
  const address = parts.find(([part]) => part === 'url')?.[1];
  const url = address === undefined ? null : URL.parse(address.includes('://') ? address : `https://${address}`);
  if (url === null) throw fileInvalid('the command names no address');
  const headers = new Map(all(parts, 'header').map(headerOf));
  const { params, body } = parametersOf(parts, url, headers.get('content-type') ?? '');
  const bearer = all(parts, 'bearer')[0] ?? /^bearer +(\S.*)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const basic = basicOf(all(parts, 'user')[0], headers.get('authorization') ?? '');
  url.search = '';
  return {
    url,
    params,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(basic === undefined ? {} : { basic }),
    ...(bearer === undefined ? {} : { bearer: bearer.trim() }),
  };
}

function all(parts: readonly CurlArgument[], wanted: CurlArgument[0]): readonly string[] {
  return parts.filter(([part]) => part === wanted).map(([, value]) => value);
}

function headerOf(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return at < 0 ? [line.trim().toLowerCase(), ''] : [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
}

interface Parameters {
  readonly params: ReadonlyMap<string, string>;
  readonly body?: BodyShape;
}

function parametersOf(parts: readonly CurlArgument[], url: URL, contentType: string): Parameters {
  const inQuery = [...url.searchParams];
  const fields = parts.flatMap(([part, value]) => formField(part, value));
  const written = parts.flatMap(([part, value]) => dataOf(part, value)).join('&');
  if (fields.length > 0) return { params: new Map([...inQuery, ...fields]), body: 'multipart' };
  if (written === '') return inQuery.length === 0 ? { params: new Map() } : { params: new Map(inQuery), body: 'query' };
  const isGet = parts.some(([part]) => part === 'get');
  const isJson = parts.some(([part]) => part === 'json') || /\bjson\b/i.test(contentType) || written.startsWith('{');
  const entries = isJson && !isGet ? jsonEntries(written) : [...new URLSearchParams(written)];
  return { params: new Map([...inQuery, ...entries]), body: isGet ? 'query' : isJson ? 'json' : 'form' };
}

function formField(part: CurlArgument[0], value: string): readonly (readonly [string, string])[] {
  if (part !== 'form' && part !== 'form-string') return [];
  const at = value.indexOf('=');
  return at < 0 ? [] : [[value.slice(0, at), unquoted(value.slice(at + 1))]];
}

/** curl takes values of fields between double quotes. */
function unquoted(value: string): string {
  return /^".*"$/s.test(value) ? value.slice(1, -1) : value;
}

/** As it stands in the body; a value that is read from a file is not here. */
function dataOf(part: CurlArgument[0], value: string): readonly string[] {
  if (part === 'data-raw' || part === 'json') return [value];
  if (part === 'data') return value.startsWith('@') ? [] : [value];
  if (part !== 'data-urlencode') return [];
  const at = value.indexOf('=');
  if (at < 0) return value.includes('@') ? [] : [encodeURIComponent(value)];
  return [`${value.slice(0, at)}=${encodeURIComponent(value.slice(at + 1))}`];
}

function jsonEntries(text: string): readonly (readonly [string, string])[] {
  const value = readStrictJson(text);
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => (typeof member === 'string' ? [[name, member]] : []));
}

function basicOf(user: string | undefined, authorization: string): SentRequest['basic'] {
  const encoded = /^basic +(\S+)$/i.exec(authorization)?.[1];
  const pair = user ?? (encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8'));
  if (pair === undefined) return undefined;
  const at = pair.indexOf(':');
  return at < 0 ? { user: pair, password: '' } : { user: pair.slice(0, at), password: pair.slice(at + 1) };
}
