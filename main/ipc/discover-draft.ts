/** Look up: fills what the server says of itself into a profile that is still being typed. */
import { isDeepStrictEqual } from 'node:util';
import type { DiscoverReply } from '../../preload/replies.ts';
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { parseProfile } from '../profiles/validate.ts';
import { wellKnownUrls } from '../sign-in/discovery.ts';
import type { CallPorts } from './ports.ts';

type Draft = Readonly<Record<string, unknown>>;

/** Without them nobody knows what to ask. */
const deciding: ReadonlySet<string> = new Set(['system', 'auth', 'tenant', 'issuer', 'endpoints']);

/**
 * What is wrong elsewhere in the draft stays as it is and stands in nobody's way. Rejects with `config.profile_invalid`
 * for what is to be looked up, `config.discovery_failed` and `network.*`.
 */
export async function discoverDraft(complete: CallPorts['complete'], draft: Draft): Promise<DiscoverReply> {
  const profile = lookable(draft);
  try {
    const { profile: completed, notes } = await complete(profile);
    return { outcome: 'found', draft: { ...draft, ...foundIn(profile, completed) }, notes };
  } catch (thrown) {
    const { code, data } = asTokentrayError(thrown);
    const { expected, actual } = data;
    if (code !== 'config.issuer_mismatch' || expected === undefined || actual === undefined) throw thrown;
    const info = profile.endpoints?.info ?? wellKnownUrls(expected)[0] ?? expected;
    return { outcome: 'issuer-mismatch', expected, actual, info };
  }
}

/** Of the right shape: what is wrong is left out where it does not matter. */
function lookable(draft: Draft): Profile {
  let kept: Draft = { ...draft, name: 'draft' };
  let parsed = parseProfile(kept);
  if ('issues' in parsed) {
    const fatal = parsed.issues.filter(({ path }) => deciding.has(memberOf(path)));
    if (fatal.length > 0) throw invalid(fatal);
    const wrong = new Set(parsed.issues.map(({ path }) => memberOf(path)));
    kept = Object.fromEntries(Object.entries(kept).filter(([member]) => !wrong.has(member)));
    parsed = parseProfile(kept);
  }
  if ('issues' in parsed) throw invalid(parsed.issues);
  return parsed.profile;
}

function foundIn(before: Profile, after: Profile): Draft {
  const { name: _, ...members } = after;
  return Object.fromEntries(
    Object.entries(members).filter(([member, value]) => !isDeepStrictEqual(value, before[member as keyof Profile])),
  );
}

function memberOf(path: string): string {
  return path.split('.')[0] ?? '';
}

function invalid(issues: readonly Issue[]): TokentrayError {
  return new TokentrayError('config.profile_invalid', { data: { issues } });
}
