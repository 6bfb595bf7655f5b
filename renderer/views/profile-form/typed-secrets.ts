/** The secrets that were typed, as they travel to main. */
import type { CallInput } from '../../../preload/contract.ts';
import type { FieldDescription, SecretKind } from './form-types.ts';
import { isObject } from './json-path.ts';

/** As they stand in their fields. */
export type SecretTexts = Readonly<Partial<Record<SecretKind, string>>>;

type Secrets = NonNullable<CallInput<'profiles.validate'>['secrets']>;

/** An empty field holds none. */
export function hasSecrets(texts: SecretTexts): boolean {
  return Object.values(texts).some((text) => text !== '');
}

/**
 * Those for which a field shows: what was typed for another way to a token stays in its field, and goes nowhere. Undefined
 * when there is none.
 */
export function typedSecrets(
  texts: SecretTexts,
  shown: readonly Pick<FieldDescription, 'secret'>[],
): Secrets | undefined {
  const kinds = new Set(shown.map(({ secret }) => secret));
  const usable: SecretTexts = Object.fromEntries(
    Object.entries(texts).filter(([kind]) => kinds.has(kind as SecretKind)),
  );
  const { clientSecret = '', apiKey = '', apiSecret = '', refreshToken = '', privateKeyJwk = '' } = usable;
  const secrets: Secrets = {
    ...(clientSecret === '' ? {} : { clientSecret }),
    ...(apiKey === '' ? {} : { apiKey }),
    ...(apiSecret === '' ? {} : { apiSecret }),
    ...(refreshToken === '' ? {} : { refreshToken }),
    ...(privateKeyJwk === '' ? {} : { privateKeyJwk: keyOf(privateKeyJwk) }),
  };
  return Object.keys(secrets).length === 0 ? undefined : secrets;
}

/** Text that is no JSON object goes as it is: main says what it is instead of a key. */
function keyOf(text: string): Record<string, unknown> | string {
  const key = parsed(text);
  return isObject(key) ? { ...key } : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
