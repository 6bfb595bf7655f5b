/** What a token allows, as lists that a person can read and compare: scopes, authorities, permissions, roles. */
import type { Profile } from '../profiles/profile.ts';
import { systemOf } from './registry.ts';

export interface AccessList {
  /** Of the claim that it stands in; `scope` also where only the server's answer said it. */
  readonly claim: string;
  readonly label: string;
  /** In the order of the token, each once; empty: the token says that there is none. */
  readonly items: readonly AccessItem[];
}

interface AccessItem {
  readonly name: string;
  /** What it allows in this system, in a few words; null where its vendor does not say, or its name says it. */
  readonly meaning: string | null;
}

/** RFC 9068 section 2.2.3.1 for the last three; Auth0 for permissions, SailPoint for authorities. */
const listed = [
  ['authorities', 'Authorities'],
  ['permissions', 'Permissions'],
  ['roles', 'Roles'],
  ['groups', 'Groups'],
  ['entitlements', 'Entitlements'],
] as const;

/**
 * @param payload of the token, unverified; undefined where it is opaque
 * @param granted scope as the server's answer said it, space-delimited; counts where the token does not say
 */
export function accessLists(
  profile: Pick<Profile, 'system'>,
  payload: Readonly<Record<string, unknown>> | undefined,
  granted: string | null,
): readonly AccessList[] {
  const { rights } = systemOf(profile);
  const list = (claim: string, label: string, names: readonly string[] | undefined): readonly AccessList[] =>
    names === undefined
      ? []
      : [{ claim, label, items: [...new Set(names)].map((name) => ({ name, meaning: rights?.get(name) ?? null })) }];
  const ofToken = wordsOf(payload?.['scope']);
  const ofMicrosoft = ofToken === undefined ? wordsOf(payload?.['scp']) : undefined;
  return [
    ...list(
      ofMicrosoft === undefined ? 'scope' : 'scp',
      'Scopes',
      ofToken ?? ofMicrosoft ?? wordsOf(granted ?? undefined),
    ),
    ...listed.flatMap(([claim, label]) => list(claim, label, textsOf(payload?.[claim]))),
    ...list('realm_access', 'Realm roles', textsOf(memberOf(payload?.['realm_access'], 'roles'))),
  ];
}

/** RFC 6749 section 3.3: with blanks between them; some servers write a list. */
function wordsOf(value: unknown): readonly string[] | undefined {
  const texts = typeof value === 'string' ? [value] : textsOf(value);
  return texts?.flatMap((text) => text.split(' ').filter((word) => word !== ''));
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

/** Keycloak puts the roles of a realm into an object. */
function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
