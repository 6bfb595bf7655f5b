/** Profiles as a file that travels between machines: `{ "version": 1, "profiles": […] }`, never with secrets. */
import { TokentrayError } from '../errors.ts';
import type { ErrorData, Issue } from '../errors.ts';
import { join, namesSecret } from './field-names.ts';
import { parseJson } from './json-text.ts';
import type { Profile } from './profile.ts';
import { isPlainObject } from './plain-object.ts';
import { closestName } from './suggest.ts';

const formatVersion = 1;

/** Pretty JSON that ends in a newline. */
export function exportProfiles(profiles: readonly Profile[]): string {
  return `${JSON.stringify({ version: formatVersion, profiles }, null, 2)}\n`;
}

/**
 * The profiles in a file, still to be validated one by one: an export, a bare list, or a single profile; a byte order
 * mark is ignored. Throws `config.file_invalid` for anything else, for an empty list, and for secrets.
 */
export function parseImport(text: string): { profiles: readonly unknown[] } {
  const json = parseJson(text);
  if ('problem' in json) throw fileInvalid({ detail: `it is no JSON at ${json.problem}` });
  const { at, profiles } = locate(json.value);
  if (profiles.length === 0) throw fileInvalid({ detail: 'it holds no profile' });
  const issues = profiles.flatMap((profile, index) => profileIssues(at(index), profile));
  if (issues.length > 0) throw fileInvalid({ issues });
  return { profiles };
}

/** The profiles and, for each, the dotted path at which it stands in the document. */
function locate(document: unknown): { profiles: readonly unknown[]; at: (index: number) => string } {
  if (Array.isArray(document)) return { profiles: document, at: String };
  if (!isPlainObject(document)) throw fileInvalid({ detail: 'it is neither a profile nor a list of profiles' });
  if (!('profiles' in document)) return { profiles: [document], at: () => '' };
  const issues = wrapperIssues(document);
  if (issues.length > 0) throw fileInvalid({ issues });
  return { profiles: document['profiles'] as unknown[], at: (index) => `profiles.${index}` };
}

function wrapperIssues(document: Readonly<Record<string, unknown>>): Issue[] {
  const { version = formatVersion, profiles } = document;
  const issues: Issue[] = [];
  if (version !== formatVersion) {
    const newer = typeof version === 'number' && version > formatVersion;
    const message = newer
      ? 'This file was written by a newer Tokentray: update Tokentray to read it.'
      : `Must be ${formatVersion}, or left out.`;
    issues.push({ path: 'version', message });
  }
  if (!Array.isArray(profiles)) issues.push({ path: 'profiles', message: 'Must be a list of profiles.' });
  for (const name of Object.keys(document)) {
    if (name === 'version' || name === 'profiles') continue;
    const suggestion = closestName(name, ['version']);
    const message = namesSecret(name) ? secretRefused : 'There is no such field beside "profiles".';
    issues.push({ path: name, message, ...(suggestion === undefined ? {} : { suggestion }) });
  }
  return issues;
}

const secretRefused =
  'Secrets are not imported from a file: take this out, import, then enter it with "tokentray edit NAME --secrets -".';

function profileIssues(path: string, profile: unknown): Issue[] {
  if (!isPlainObject(profile)) return [{ path, message: 'Must be a profile: an object in braces.' }];
  return Object.keys(profile)
    .filter(namesSecret)
    .map((name) => ({ path: join(path, name), message: secretRefused }));
}

function fileInvalid(data: ErrorData): TokentrayError {
  return new TokentrayError('config.file_invalid', { data });
}
