/** The secrets that were typed into the form, and what is wrong with them. */
import type { CallInput } from '../../preload/contract.ts';
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import { fieldIssue } from '../profiles/field-issue.ts';
import type { Profile } from '../profiles/profile.ts';
import { parseSecrets } from '../profiles/validate.ts';
import { checkSecrets, readKeyFor } from '../tokens/check-secrets.ts';

type Typed = CallInput<'profiles.validate'>['secrets'];

/** All that is known of a draft that is not right yet. */
type DraftSystem = { readonly system: unknown };

/** Undefined when none was typed. */
export function typedSecrets({ secrets }: { readonly secrets?: Typed | undefined }): Typed {
  return secrets === undefined || Object.keys(secrets).length === 0 ? undefined : secrets;
}

/** Paths begin with `secrets.`. Of a draft that is not right only that is said which holds whatever becomes of it. */
export function typedSecretIssues(secrets: Typed, subject: Profile | DraftSystem): readonly Issue[] {
  if (secrets === undefined) return [];
  const { privateKeyJwk, ...others } = secrets;
  const found = privateKeyJwk === undefined ? [] : keyIssues(privateKeyJwk, subject);
  return [...found, ...otherIssues(found.length === 0 ? secrets : others, subject)].map(ofSecrets);
}

/** In words that fit what was given, be it text and no JSON at all. */
function keyIssues(given: unknown, subject: DraftSystem): readonly Issue[] {
  const read = readKeyFor(subject, given);
  return 'problem' in read ? [fieldIssue('privateKeyJwk', read.problem)] : [];
}

function otherIssues(secrets: Typed, subject: Profile | DraftSystem): readonly Issue[] {
  if (!('name' in subject)) {
    const parsed = parseSecrets(secrets);
    return 'issues' in parsed ? parsed.issues : [];
  }
  try {
    checkSecrets(secrets, subject);
    return [];
  } catch (error) {
    if (!(error instanceof TokentrayError) || error.data.issues === undefined) throw error;
    return error.data.issues;
  }
}

function ofSecrets(issue: Issue): Issue {
  return { ...issue, path: `secrets.${issue.path}` };
}
