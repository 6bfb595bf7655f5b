/** What people call the kinds of secrets, which texts for a command line name as they are given there. */
import type { SecretKind } from '../profiles/profile.ts';

const names: Readonly<Record<SecretKind, string>> = {
  clientSecret: 'client secret',
  privateKeyJwk: 'private key',
  apiKey: 'API key',
  apiSecret: 'API secret',
  refreshToken: 'refresh token',
};

/** Of a list as `clientSecret, apiKey`; anything else in it stays as it is. */
export function inSecretNames(kinds: string): string {
  return kinds.replace(/\w+/g, (kind) => (Object.hasOwn(names, kind) ? names[kind as SecretKind] : kind));
}
