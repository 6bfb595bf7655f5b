/** What is worth knowing about a profile that was just stored, as sentences; none of it stands in the way. */
import type { Profile } from '../profiles/profile.ts';
import { requiredSecrets } from '../systems/required-secrets.ts';
import { holdsSession } from './auth-kinds.ts';

export interface StoredParts {
  /** Kinds that are stored or were entered; undefined: nobody has looked, and they count as complete. */
  readonly secretKinds: readonly string[] | undefined;
  readonly hasSession: boolean;
}

export function warningsAbout(profile: Profile, { secretKinds, hasSession }: StoredParts): readonly string[] {
  const { name } = profile;
  const missing =
    secretKinds === undefined ? [] : requiredSecrets(profile).filter((kind) => !secretKinds.includes(kind));
  return [
    ...(profile.request?.body === 'query'
      ? ['The client secret travels in the URL (request.body is query), where servers and proxies log it.']
      : []),
    ...(missing.length > 0
      ? [`${name} still needs its ${missing.join(', ')}: tokentray edit ${name} --secrets -`]
      : []),
    ...(holdsSession(profile) && !hasSession && missing.length === 0
      ? [`${name} has no token before you sign in: tokentray login ${name}`]
      : []),
  ];
}
