/** What each kind of secret is called. */
import type { ImportItemView } from '../../preload/import-views.ts';

type SecretKind = ImportItemView['secrets'][number];

const names: Readonly<Record<SecretKind, string>> = {
  clientSecret: 'client secret',
  privateKeyJwk: 'private key',
  apiKey: 'API key',
  apiSecret: 'API secret',
  refreshToken: 'refresh token',
};

export function secretName(kind: SecretKind): string {
  return names[kind];
}
