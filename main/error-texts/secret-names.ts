/** What people call the kinds of secrets, which profiles and programs name otherwise. */
const names: Readonly<Record<string, string>> = {
  clientSecret: 'client secret',
  privateKeyJwk: 'private key',
  apiKey: 'API key',
  apiSecret: 'API secret',
  refreshToken: 'refresh token',
};

/** Of a list as `clientSecret, apiKey`; anything else in it stays as it is. */
export function inSecretNames(kinds: string): string {
  return kinds.replace(/\w+/g, (kind) => (Object.hasOwn(names, kind) ? (names[kind] ?? kind) : kind));
}
