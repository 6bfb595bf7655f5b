/** Whether the secrets of a profile are there, and bound to where it would send them. */
import { requiredSecrets } from '../systems/required-secrets.ts';
import { tokenOrigin } from '../tokens/obtain.ts';
import type { ProfileFacts } from './check-profile.ts';
import type { Remark } from './remark.ts';

/** Unseals nothing: the place they are bound to is no secret. */
export function secretFindings({ profile, secretsOrigin }: ProfileFacts): readonly Remark[] {
  const required = requiredSecrets(profile);
  const next = `Enter it: tokentray edit ${profile.name} --secrets -`;
  if (required.length === 0 && secretsOrigin === undefined) return [];
  if (secretsOrigin === undefined) {
    return [{ level: 'problem', what: `Its ${required.join(' and ')} is not stored.`, next }];
  }
  const target = originOf(profile);
  if (target === undefined || target === secretsOrigin) return [];
  return [
    {
      level: 'problem',
      what: `Its secrets were entered for ${hostOf(secretsOrigin)}, and it now talks to ${hostOf(target)}: they are not sent there.`,
      next: `If that host is right, enter them again: tokentray edit ${profile.name} --secrets -`,
    },
  ];
}

/** Undefined while nothing tells where its token endpoint is. */
function originOf(profile: ProfileFacts['profile']): string | undefined {
  try {
    return tokenOrigin(profile);
  } catch {
    return undefined;
  }
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? origin;
}
