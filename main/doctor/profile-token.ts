/** What the stored token and session of a profile say of its settings. */
import { identityMismatch } from '../systems/token-identity.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import type { ProfileFacts } from './check-profile.ts';
import type { Remark } from './remark.ts';

export function tokenFindings(facts: ProfileFacts): readonly Remark[] {
  return [...sessionRemarks(facts), ...expectationRemarks(facts)];
}

function sessionRemarks({ profile, session, token }: ProfileFacts): readonly Remark[] {
  if (!holdsSession(profile) || session !== undefined || token !== undefined) return [];
  return [
    { level: 'warning', what: 'Nobody has signed in to it yet.', next: `Sign in: tokentray login ${profile.name}` },
  ];
}

/** Names nobody: who it is does not belong into a report. */
function expectationRemarks({ profile, token }: ProfileFacts): readonly Remark[] {
  const expected = (['expectUser', 'expectOrg'] as const).filter((field) => profile[field] !== undefined);
  if (expected.length === 0 || token === undefined || profile.auth === 'api_key') return [];
  if (token.identity === undefined) {
    return [
      {
        level: 'warning',
        what: `Its ${expected.join(' and ')} cannot be checked: the token has no claims that tell whom it is for.`,
        next: 'Compare by hand with tokentray probe, or leave the field out.',
      },
    ];
  }
  if (identityMismatch(profile, token.identity) === undefined) return [];
  return [
    {
      level: 'problem',
      what: `Its token is for somebody else than ${expected.join(' and ')} says.`,
      next: `See for whom: tokentray status; then sign in as the right person, or correct the profile.`,
    },
  ];
}
