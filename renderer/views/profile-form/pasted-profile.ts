/** Recognises what a form can be filled from in text that was pasted or dropped. */
import type { Draft, SecretKind } from './form-types.ts';
import { isObject } from './json-path.ts';

export type Pasted =
  | {
      readonly kind: 'profile';
      readonly draft: Draft;
      /** A profile has no secrets; those that stand in one all the same go where secrets are typed. */
      readonly secrets: Readonly<Partial<Record<SecretKind, string>>>;
    }
  /** More than one: a form holds one. */
  | { readonly kind: 'several'; readonly count: number }
  /** A key as JSON (RFC 7517), or a set of them: whether it will do is for main to say. */
  | { readonly kind: 'key' }
  /** It may be a file in which a vendor hands out credentials: main knows those. */
  | { readonly kind: 'credentials'; readonly document: Draft };

/** As a profile's file or an export of it writes it, and what vendors hand out. Undefined for all other text. */
export function readPasted(text: string): Pasted | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const document = parse(text);
  if (isObject(document) && ('kty' in document || 'keys' in document)) return { kind: 'key' };
  if (isObject(document) && looksLikeCredentials(document)) return { kind: 'credentials', document };
  const profiles = profilesIn(document);
  if (profiles.length === 0 || !profiles.every(isProfile)) return undefined;
  const [first = {}] = profiles;
  return profiles.length === 1 ? apart(first) : { kind: 'several', count: profiles.length };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function looksLikeCredentials(document: Draft): boolean {
  return !('system' in document) && ('authenticationUrl' in document || 'authentication_url' in document);
}

function profilesIn(document: unknown): readonly unknown[] {
  if (isObject(document) && Array.isArray(document['profiles'])) return document['profiles'];
  return Array.isArray(document) ? document : [document];
}

/** Tokens are JSON, too. */
function isProfile(value: unknown): value is Draft {
  return isObject(value) && ('system' in value || ('auth' in value && 'name' in value));
}

const secretKinds = [
  'clientSecret',
  'privateKeyJwk',
  'apiKey',
  'apiSecret',
  'refreshToken',
] as const satisfies readonly SecretKind[];

function apart(profile: Draft): Pasted {
  const { secrets: nested, ...rest } = profile;
  const draft: Record<string, unknown> = { ...rest };
  const secrets: Partial<Record<SecretKind, string>> = {};
  for (const kind of secretKinds) {
    const value = draft[kind] ?? (isObject(nested) ? nested[kind] : undefined);
    if (typeof value === 'string') secrets[kind] = value;
    else if (isObject(value)) secrets[kind] = JSON.stringify(value);
    delete draft[kind];
  }
  return { kind: 'profile', draft, secrets };
}
