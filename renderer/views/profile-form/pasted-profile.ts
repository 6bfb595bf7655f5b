/** Recognises a profile in text that was pasted, as its file or an export of it writes it. */
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
  | { readonly kind: 'several'; readonly count: number };

/** Undefined for all other text, which is pasted as usual. */
export function readPasted(text: string): Pasted | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const document = parse(text);
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

function profilesIn(document: unknown): readonly unknown[] {
  if (isObject(document) && Array.isArray(document['profiles'])) return document['profiles'];
  return Array.isArray(document) ? document : [document];
}

/** Keys and tokens are JSON, too. */
function isProfile(value: unknown): value is Draft {
  return isObject(value) && ('system' in value || ('auth' in value && 'name' in value));
}

const secretKinds = ['clientSecret', 'apiKey', 'refreshToken'] as const satisfies readonly SecretKind[];

function apart(profile: Draft): Pasted {
  const { secrets: nested, ...rest } = profile;
  const draft: Record<string, unknown> = { ...rest };
  const secrets: Partial<Record<SecretKind, string>> = {};
  for (const kind of secretKinds) {
    const value = draft[kind] ?? (isObject(nested) ? nested[kind] : undefined);
    if (typeof value === 'string') secrets[kind] = value;
    delete draft[kind];
  }
  return { kind: 'profile', draft, secrets };
}
