/** Look up: fills what the server says of itself into a profile that is still being typed. */
import { isDeepStrictEqual } from 'node:util';
import type { DiscoverReply } from '../../preload/replies.ts';
import { asTokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { looseProfile } from './loose-draft.ts';
import type { Draft } from './loose-draft.ts';
import type { CallPorts } from './ports.ts';

/**
 * What is wrong elsewhere in the draft stays as it is and stands in nobody's way. Rejects with `config.profile_invalid`
 * for what is to be looked up, `config.discovery_failed` and `network.*`.
 */
export async function discoverDraft(complete: CallPorts['complete'], draft: Draft): Promise<DiscoverReply> {
  const profile = looseProfile(draft);
  try {
    const { profile: completed, notes } = await complete(profile);
    return { outcome: 'found', draft: { ...draft, ...foundIn(profile, completed) }, notes };
  } catch (thrown) {
    const { code, data } = asTokentrayError(thrown);
    const { expected, actual, url } = data;
    if (code !== 'config.issuer_mismatch' || expected === undefined || actual === undefined || url === undefined) {
      throw thrown;
    }
    return { outcome: 'issuer-mismatch', expected, actual, info: url };
  }
}

function foundIn(before: Profile, after: Profile): Draft {
  const { name: _, ...members } = after;
  return Object.fromEntries(
    Object.entries(members).filter(([member, value]) => !isDeepStrictEqual(value, before[member as keyof Profile])),
  );
}
