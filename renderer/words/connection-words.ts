/** Where a profile gets its token and what it was told to do, in words. */
import type { ProfileDetail } from '../../preload/views.ts';
import { secretName } from './secret-names.ts';

type Definition = ProfileDetail['definition'];
type SecretKind = ProfileDetail['storedSecrets'][number];

export const connectionNames = {
  system: 'System',
  grant: 'Grant',
  tokenEndpoint: 'Token endpoint',
  redirectUri: 'Redirect URI',
  api: 'API base',
  issuer: 'Issuer',
  client: 'Client ID',
  serviceAccount: 'Service account',
  uses: 'Uses the token of',
  audience: 'Audience',
  scopes: 'Scopes granted',
  tokenType: 'Token type',
  renewal: 'Renewal',
  expected: 'Expected identity',
  credential: 'Credential ends',
  tags: 'Tags',
  secrets: 'Stored secrets',
} as const;

export const grantNames: Readonly<Record<Definition['auth'], string>> = {
  client_credentials: 'Client credentials',
  authorization_code: 'Sign-in in the browser',
  device_code: 'Sign-in with a code',
  jwt_bearer: 'Service account (JWT bearer)',
  api_key: 'API key',
  linked: 'Token of another profile',
};

const refreshNames = {
  'keep-fresh': 'Always kept fresh',
  'on-use': 'Renewed when it is used',
  manual: 'Only by hand',
} as const;

export function secretsWords(kinds: readonly SecretKind[]): string {
  return kinds.length === 0 ? 'None' : kinds.map(secretName).join(', ');
}

/** Null for what is never renewed. */
export function renewalWords({ auth, uses, refresh }: Definition): string | null {
  if (auth === 'api_key') return null;
  return auth === 'linked' ? `Together with ${uses}` : refreshNames[refresh?.mode ?? 'keep-fresh'];
}

/** As Postman and other programs name what they ask for. */
export const clientNames = {
  label: 'For Postman and other clients',
  title: 'For Postman’s own OAuth 2.0 tab',
  grant: 'Grant type',
  redirect: 'Callback URL',
  authorize: 'Auth URL',
  token: 'Access token URL',
  client: 'Client ID',
  scope: 'Scope',
  audience: 'Audience',
  authentication: 'Client authentication',
} as const;
