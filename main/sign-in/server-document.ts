/** Fetches the JSON in which a server describes itself, and reads addresses from it. */
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import { readMembers } from '../grants/answer-members.ts';
import type { Members } from '../grants/answer-members.ts';
import type { Http } from '../http/http.ts';
import { fieldIssue } from '../profiles/field-issue.ts';
import { isOneLine, longestText } from '../profiles/line-rules.ts';
import { isLoopbackHost } from '../profiles/loopback.ts';
import { urlProblem } from '../profiles/url-rule.ts';

/** Descriptions have a few kilobytes; half a megabyte is none. */
const maxLength = 512 * 1024;

/**
 * The members of the JSON object at `url`, fetched without credentials. Rejects with `config.discovery_failed` when something
 * else is there, with `network.too_large` for more than 512 KiB, and with `network.*`.
 */
export async function fetchDocument(http: Http, url: string): Promise<Members> {
  const { host, pathname } = new URL(url);
  const { status, body } = await http.send({ method: 'GET', url, headers: { accept: 'application/json' } });
  if (body.length > maxLength) throw new TokentrayError('network.too_large', { data: { host } });
  const isSuccess = status >= 200 && status < 300;
  const members = isSuccess && body.trimStart().startsWith('{') ? readMembers(body) : undefined;
  if (members !== undefined) return members;
  throw new TokentrayError('config.discovery_failed', {
    data: { host, status, detail: `${host}${pathname}` },
  });
}

export function textMember(members: Members, name: string): string | undefined {
  const value = members[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Nothing, an address as the server wrote it, or why the one that it wrote is not used. */
type NamedEndpoint = { readonly url?: string } | { readonly issue: Issue };

/**
 * Of an address that secrets must not be sent to, or that no profile can hold, an issue with the field of the profile.
 * `from` is where the description was: only one of this machine may name addresses of this machine, which need no
 * encryption.
 */
export function readEndpoint(members: Members, name: string, field: string, from: string): NamedEndpoint {
  const url = textMember(members, name);
  if (url === undefined) return {};
  const problem = urlProblem(url) ?? unfit(url) ?? downgrade(url, from);
  if (problem === undefined) return { url };
  const message = `The server's description names an address here ("${name}") that is not used: ${problem}`;
  return { issue: fieldIssue(field, message) };
}

/** The same, where nothing goes on without it: throws `config.profile_invalid` with the issue. */
export function endpointMember(members: Members, name: string, field: string, from: string): string | undefined {
  const read = readEndpoint(members, name, field, from);
  if (!('issue' in read)) return read.url;
  throw new TokentrayError('config.profile_invalid', { data: { issues: [read.issue] } });
}

function unfit(url: string): string | undefined {
  return url.length <= longestText && isOneLine(url)
    ? undefined
    : `Must be one line of printable text, no longer than ${longestText} characters.`;
}

function downgrade(url: string, from: string): string | undefined {
  const isSafe = new URL(url).protocol === 'https:' || isLoopbackHost(new URL(from).hostname);
  return isSafe ? undefined : 'Must begin with https://, as the description is that of a server elsewhere.';
}
