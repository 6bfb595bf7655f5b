/** Who a token is for: as its system writes it into the claims, else as the registered claims say. */
import type { Profile } from '../profiles/profile.ts';
import { claimText } from './claim-text.ts';
import { systemOf } from './registry.ts';
import { identityMismatch, mismatchWords } from './token-identity.ts';
import type { TokenIdentity } from './token-identity.ts';

/** From the payload of a JWT, unverified; undefined where the claims do not tell. */
export function tokenIdentity(profile: Profile, claims: Readonly<Record<string, unknown>>): TokenIdentity | undefined {
  const system = systemOf(profile);
  return system.identity === undefined ? registeredIdentity(profile, claims) : system.identity(claims);
}

/** Everything that a person should know about who the token is for, as sentences; undefined when there is nothing. */
export function identityNote(profile: Profile, identity: TokenIdentity | undefined): string | undefined {
  const mismatch = identityMismatch(profile, identity);
  const note = noteOfSystem(profile, identity);
  const notes = [...(mismatch === undefined ? [] : [mismatchWords(mismatch)]), ...(note === undefined ? [] : [note])];
  return notes.length === 0 ? undefined : notes.join(' ');
}

/** What this system makes of such a token, whomever the profile expects. */
export function noteOfSystem(profile: Profile, identity: TokenIdentity | undefined): string | undefined {
  return identity === undefined ? undefined : systemOf(profile).identityNote?.(identity);
}

/**
 * OpenID Connect Core section 5.1 and RFC 9068 section 2.2; for the organisation the names that large providers use. A
 * subject that is the client itself (RFC 9068 section 2.2, without a resource owner) is no user.
 */
function registeredIdentity(
  { clientId }: Profile,
  claims: Readonly<Record<string, unknown>>,
): TokenIdentity | undefined {
  const subject = claimText(claims, 'sub');
  const clients = [clientId, claimText(claims, 'client_id'), claimText(claims, 'azp')];
  const user = claimText(claims, 'preferred_username', 'email') ?? (clients.includes(subject) ? undefined : subject);
  const org = claimText(claims, 'org_name', 'org_id', 'tid');
  if (user === undefined && org === undefined) return undefined;
  return { ...(user === undefined ? {} : { user }), ...(org === undefined ? {} : { org }) };
}
