/** What is wrong, or soon will be, with one profile's own settings; makes no request. */
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ActivityRecord, SessionFacts, TokenFacts } from '../storage/records.ts';
import type { Finding } from './finding.ts';
import { credentialFindings } from './profile-credential.ts';
import { fieldFindings } from './profile-fields.ts';
import { lastFailureFindings } from './profile-last-failure.ts';
import { secretFindings } from './profile-secrets.ts';
import { tokenFindings } from './profile-token.ts';
import type { Remark } from './remark.ts';

/** What lies beside the definition, unsealed. */
export interface ProfileFacts {
  readonly profile: Profile;
  /** Undefined: no secret is stored. */
  readonly secretsOrigin: string | undefined;
  readonly token: TokenFacts | undefined;
  readonly session: SessionFacts | undefined;
  readonly activity: ActivityRecord | undefined;
  /** What is wrong with the link of a linked profile. */
  readonly linkIssue: Issue | undefined;
  /** Local calendar date, YYYY-MM-DD. */
  readonly today: string;
}

function ofProfile(about: string, { level, what, next }: Remark): Finding {
  return { area: 'profile', about, level, what, ...(next === undefined ? {} : { next }) };
}

/** At least one finding. */
export function profileFindings(facts: ProfileFacts): readonly Finding[] {
  const found = [
    ...fieldFindings(facts),
    ...secretFindings(facts),
    ...credentialFindings(facts),
    ...tokenFindings(facts),
    ...lastFailureFindings(facts),
  ].map((remark) => ofProfile(facts.profile.name, remark));
  if (found.length > 0) return found;
  return [{ area: 'profile', about: facts.profile.name, level: 'ok', what: 'Its settings are fine.' }];
}
