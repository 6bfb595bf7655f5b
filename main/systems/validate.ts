/** The one validation of profiles and secrets: their shape, then what their system makes of them. */
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import { namePattern } from '../profiles/line-rules.ts';
import { isPlainObject } from '../profiles/plain-object.ts';
import { authKinds, systemIds } from '../profiles/profile.ts';
import type { Profile, SecretKind, Secrets } from '../profiles/profile.ts';
import { parseProfile, parseSecrets } from '../profiles/validate.ts';
import { systemOf } from './registry.ts';
import { requestHeaders } from './request-headers.ts';
import { acceptedSecrets, requiredSecrets, secretsExample } from './required-secrets.ts';
import type { FieldDescription } from './system.ts';

export { requiredSecrets };

/** Throws `config.profile_invalid` whose `data.issues` are everything that is wrong. */
export function validateProfile(input: unknown): Profile {
  const read = readProfile(input);
  if ('profile' in read) return read.profile;
  throw new TokentrayError('config.profile_invalid', { data: { ...nameOf(input), issues: read.issues } });
}

/** The same check as a value: the profile, or everything that is wrong. Never throws. */
export function readProfile(input: unknown): { profile: Profile } | { issues: readonly Issue[] } {
  const parsed = parseProfile(input);
  if ('issues' in parsed) return { issues: withOwnExamples(parsed.issues, input) };
  const issues = systemOf(parsed.profile).check(parsed.profile);
  return issues.length === 0 ? parsed : { issues };
}

/**
 * Throws `config.secrets_invalid` with `data.issues`. Secrets that the profile needs may be absent: `requiredSecrets` tells
 * them. Those that it has no use for are refused.
 */
export function validateSecrets(input: unknown, profile: Profile): Secrets {
  const parsed = parseSecrets(input);
  const issues =
    'issues' in parsed
      ? parsed.issues
      : [...uselessSecrets(parsed.secrets, profile), ...schemeInKey(parsed.secrets, profile)];
  if ('secrets' in parsed && issues.length === 0) return parsed.secrets;
  throw new TokentrayError('config.secrets_invalid', {
    data: { profile: profile.name, ...exampleOf(profile), issues },
  });
}

/** Examples as the system has them, where the profile tells which it is: a tenant is a name for one and a host for another. */
function withOwnExamples(issues: readonly Issue[], input: unknown): readonly Issue[] {
  const fields = describedFields(input);
  return issues.map((issue) => {
    const example = fields.find(({ path }) => path === issue.path)?.example;
    return issue.example === undefined || example === undefined ? issue : { ...issue, example };
  });
}

function describedFields(input: unknown): readonly FieldDescription[] {
  if (!isPlainObject(input)) return [];
  const system = systemIds.find((id) => id === input['system']);
  const auth = authKinds.find((kind) => kind === input['auth']);
  if (system === undefined || auth === undefined) return [];
  const known = systemOf({ system });
  return known.auths.includes(auth) ? known.fields(auth) : [];
}

/** The scheme is put before the key where it is sent (RFC 6750 section 2.1). */
function schemeInKey({ apiKey = '' }: Secrets, profile: Profile): readonly Issue[] {
  if (
    !/^bearer\s/i.test(apiKey) ||
    !requestHeaders(profile, { accessToken: '', tokenType: '' })[0]?.[1].startsWith('Bearer')
  )
    return [];
  return [{ path: 'apiKey', message: 'Must be the key alone: "Bearer" is put before it when it is sent.' }];
}

function uselessSecrets(secrets: Secrets, profile: Profile): readonly Issue[] {
  const useful = acceptedSecrets(profile);
  return (Object.keys(secrets) as SecretKind[])
    .filter((kind) => !useful.includes(kind))
    .map((path) => ({
      path,
      message: `Does not apply to this profile, which needs ${useful.length === 0 ? 'no secret' : useful.join(', ')}.`,
    }));
}

/** As `ErrorData.expected`. */
export function exampleOf(profile: Profile): { readonly expected?: string } {
  const expected = secretsExample(profile);
  return expected === undefined ? {} : { expected };
}

/** The name that was given, where it can be one. */
function nameOf(input: unknown): { profile?: string } {
  const name = typeof input === 'object' && input !== null && 'name' in input ? input.name : undefined;
  return typeof name === 'string' && namePattern.test(name) ? { profile: name } : {};
}
