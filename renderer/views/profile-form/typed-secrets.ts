/** The secrets that were typed, as they travel to main. */
import type { CallInput } from '../../../preload/contract.ts';
import type { SecretKind } from './form-types.ts';
import { isObject } from './json-path.ts';

/** As they stand in their fields. */
export type SecretTexts = Readonly<Partial<Record<SecretKind, string>>>;

type Secrets = NonNullable<CallInput<'profiles.validate'>['secrets']>;

/** Undefined when none is; an empty field holds no secret. */
export function typedSecrets(texts: SecretTexts): Secrets | undefined {
  const { clientSecret = '', apiKey = '', refreshToken = '', privateKeyJwk = '' } = texts;
  const secrets: Secrets = {
    ...(clientSecret === '' ? {} : { clientSecret }),
    ...(apiKey === '' ? {} : { apiKey }),
    ...(refreshToken === '' ? {} : { refreshToken }),
    ...(privateKeyJwk === '' ? {} : { privateKeyJwk: keyOf(privateKeyJwk) }),
  };
  return Object.keys(secrets).length === 0 ? undefined : secrets;
}

/** Text that is no key becomes an empty one: main says what is wrong with that. */
function keyOf(text: string): Record<string, unknown> {
  try {
    const key: unknown = JSON.parse(text);
    return isObject(key) ? { ...key } : {};
  } catch {
    return {};
  }
}
