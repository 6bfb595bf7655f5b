/** What is wrong with the secrets that came with a profile: what they are, and where they would go. */
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { checkSecrets } from '../tokens/check-secrets.ts';
import { tokenOrigin } from '../tokens/obtain.ts';
import type { FoundSecrets } from './found.ts';

/** `boundOrigin`: the only one that whoever exported them lets them go to. Quotes nothing. */
export function secretIssues(
  profile: Profile,
  secrets: FoundSecrets,
  boundOrigin: string | undefined,
): readonly Issue[] {
  if (Object.keys(secrets).length === 0) return [];
  try {
    checkSecrets(secrets, profile);
    const origin = tokenOrigin(profile);
    return boundOrigin === undefined || boundOrigin === origin ? [] : [otherHost(boundOrigin, origin)];
  } catch (error) {
    if (!(error instanceof TokentrayError) || error.data.issues === undefined) throw error;
    const isOfSecrets = error.code === 'config.secrets_invalid';
    return error.data.issues.map((issue) =>
      Object.assign({ ...issue }, { path: isOfSecrets ? `secrets.${issue.path}` : issue.path }),
    );
  }
}

function otherHost(boundOrigin: string, origin: string): Issue {
  const bound = URL.parse(boundOrigin)?.host ?? 'another host';
  return {
    path: '',
    message: `Its secret may be sent to ${bound} alone, and this profile would send it to ${new URL(origin).host}: it is not imported.`,
  };
}
