/** An issue about one field beside an example of what would be right there. */
import type { Issue } from '../errors.ts';
import { examples } from './profile-schema.ts';
import { secretExamples } from './secrets-schema.ts';

/** `path` is that of a field of the profile, or the kind of a secret; without an example where none is known. */
export function fieldIssue(path: string, message: string): Issue {
  const example = examples.get(path) ?? secretExamples.get(path);
  return { path, message, ...(example === undefined ? {} : { example }) };
}
