/** Whether a profile may take its token from the one that it names, and what to know about that. */
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { closestName } from '../profiles/suggest.ts';
import { anyByName } from '../storage/maybe-damaged.ts';
import type { ProfileStore, Storage } from '../storage/storage.ts';
import { systemOf } from '../systems/registry.ts';
import { linkedTo } from './token-source.ts';

/** What is wrong with `uses`; `ownId` is that of a profile that is stored already. */
export function linkIssue(profiles: ProfileStore, profile: Profile, ownId?: string): Issue | undefined {
  const { auth, uses, name } = profile;
  const own = ownId === undefined ? undefined : profiles.get(ownId)?.profile.name;
  if (auth !== 'linked' || uses === undefined) return undefined;
  if (uses === name || uses === own) return issue('Must name another profile, not this one.');
  const target = anyByName(profiles, uses);
  if (target === undefined) {
    const suggestion = closestName(
      uses,
      profiles.list().map((stored) => stored.profile.name),
    );
    return issue(`There is no profile named ${uses}: add it first.`, suggestion);
  }
  if (target.profile?.auth === 'linked') {
    return issue(`The profile ${uses} takes its own token from another profile: name that one.`, target.profile.uses);
  }
  if (target.profile?.auth === 'api_key') {
    return issue(
      `The profile ${uses} has an API key, which goes to its own API alone: enter the key in this profile as well.`,
    );
  }
  const followers = own === undefined ? [] : linkedTo(profiles, own);
  if (followers.length === 0) return undefined;
  return issue(
    `${followers.map((follower) => follower.profile.name).join(', ')} takes its token from this profile, which therefore needs one of its own.`,
  );
}

/** Throws `config.profile_invalid`. */
export function assertLinkable(profiles: ProfileStore, profile: Profile, ownId?: string): void {
  const found = linkIssue(profiles, profile, ownId);
  if (found === undefined) return;
  throw new TokentrayError('config.profile_invalid', { data: { profile: profile.name, issues: [found] } });
}

/** What the system makes of such a link, and a place of its own that it takes the token to, as sentences. */
export function linkNote(
  { profiles, tokens }: Pick<Storage, 'profiles' | 'tokens'>,
  profile: Profile,
): readonly string[] {
  const target = profile.auth === 'linked' ? profiles.find(profile.uses ?? '') : undefined;
  if (target === undefined) return [];
  const warning = systemOf(profile).linkWarning?.(target.profile, tokens.facts(target.id)?.identity);
  const place = profile.endpoints?.api;
  return [
    ...(warning === undefined ? [] : [warning]),
    ...(place === undefined
      ? []
      : [`${profile.name} sends the token of ${target.profile.name} to ${new URL(place).host}.`]),
  ];
}

function issue(message: string, suggestion?: string): Issue {
  return { path: 'uses', message, ...(suggestion === undefined ? {} : { suggestion }) };
}
