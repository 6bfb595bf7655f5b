/** The one check of secrets that somebody entered: their shape, what the profile has a use for, and whether a key is one. */
import { TokentrayError } from '../errors.ts';
import { readSigningJwk } from '../grants/signing-key.ts';
import { fieldIssue } from '../profiles/field-issue.ts';
import type { Profile, Secrets } from '../profiles/profile.ts';
import { exampleOf, validateSecrets } from '../systems/validate.ts';

/**
 * Throws `config.secrets_invalid` with `data.issues`. A private key comes back alone and without foreign members. Secrets
 * that the profile needs may be absent.
 */
export function checkSecrets(input: unknown, profile: Profile): Secrets {
  const secrets = validateSecrets(input, profile);
  if (secrets.privateKeyJwk === undefined) return secrets;
  const read = readKeyFor(profile, secrets.privateKeyJwk);
  if ('key' in read) return { ...secrets, privateKeyJwk: read.key.jwk };
  const issues = [fieldIssue('privateKeyJwk', read.problem)];
  throw new TokentrayError('config.secrets_invalid', {
    data: { profile: profile.name, ...exampleOf(profile), issues },
  });
}

/** Service accounts of PingOne Advanced Identity Cloud have RSA keys alone. */
export function readKeyFor(
  { system }: { readonly system: unknown },
  given: unknown,
): ReturnType<typeof readSigningJwk> {
  return readSigningJwk(given, system === 'aic' ? { kinds: ['RSA'] } : {});
}
