/** An environment that Postman exported, or its globals. */
import { isPlainObject } from '../profiles/plain-object.ts';
import type { FoundDocument } from './found.ts';
import { profilesOfVariables } from './postman-profiles.ts';
import { postmanVariables } from './postman-variables.ts';

/** Undefined for anything else. */
export function readPostmanEnvironment(value: unknown): FoundDocument | undefined {
  if (!isPlainObject(value) || !Array.isArray(value['values'])) return undefined;
  const isOne =
    '_postman_variable_scope' in value || value['values'].every((item) => isPlainObject(item) && 'key' in item);
  if (!isOne) return undefined;
  const name = typeof value['name'] === 'string' ? value['name'] : '';
  const profiles = profilesOfVariables(postmanVariables(value['values']), name);
  return {
    source: 'Postman environment',
    profiles,
    problems: profiles.length > 0 ? [] : [nothingKnown],
  };
}

const nothingKnown =
  'Its variables tell of no tenant: names such as tenant, baseUrl, accessTokenUrl, clientId and clientSecret are understood. Values that Postman keeps to itself (current values) are not part of its exports.';
