/** Where a profile gets its token, and what it was told to do. Shows which secrets are stored, never what they are. */
import type { ProfileDetail } from '../../../preload/views.ts';
import { identityWords } from '../../words/identity-words.ts';
import { OAuthClient } from './oauth-client.tsx';
import { codeOf, Fact, Facts } from './facts.tsx';

const secretNames = {
  clientSecret: 'client secret',
  privateKeyJwk: 'private key',
  apiKey: 'API key',
  apiSecret: 'API secret',
  refreshToken: 'refresh token',
} as const;

const grantNames = {
  client_credentials: 'Client credentials',
  authorization_code: 'Sign-in in the browser',
  device_code: 'Sign-in with a code',
  jwt_bearer: 'Service account (JWT bearer)',
  api_key: 'API key',
  linked: 'Token of another profile',
} as const;

const refreshNames = {
  'keep-fresh': 'Always kept fresh',
  'on-use': 'Renewed when it is used',
  manual: 'Only by hand',
} as const;

/** Null for what is never renewed. */
function renewalWords({ auth, uses, refresh }: ProfileDetail['definition']): string | null {
  if (auth === 'api_key') return null;
  return auth === 'linked' ? `Together with ${uses}` : refreshNames[refresh?.mode ?? 'keep-fresh'];
}

export function ConnectionPanel({ detail }: { readonly detail: ProfileDetail }) {
  const { definition, storedSecrets, scope, tokenType, view } = detail;
  const { expectUser, expectOrg, tags, auth } = definition;
  const expected = {
    ...(expectUser === undefined ? {} : { user: expectUser }),
    ...(expectOrg === undefined ? {} : { org: expectOrg }),
  };
  return (
    <>
      <Facts>
        <Fact name="System">{view.systemLabel}</Fact>
        <Fact name="Grant">{grantNames[auth]}</Fact>
        <Fact name="Token endpoint">{codeOf(detail.tokenEndpoint)}</Fact>
        <Fact name="Redirect URI">{codeOf(definition.redirectUri)}</Fact>
        <Fact name="API base">{codeOf(detail.apiBase)}</Fact>
        <Fact name="Issuer">{codeOf(definition.issuer)}</Fact>
        <Fact name="Client ID">{codeOf(definition.clientId)}</Fact>
        <Fact name="Service account">{codeOf(definition.serviceAccountId)}</Fact>
        <Fact name="Uses the token of">{definition.uses}</Fact>
        <Fact name="Audience">{codeOf(definition.audience)}</Fact>
        <Fact name="Scopes granted">{codeOf(scope)}</Fact>
        <Fact name="Token type">{tokenType}</Fact>
        <Fact name="Renewal">{renewalWords(definition)}</Fact>
        <Fact name="Expected identity">{identityWords(expected)}</Fact>
        <Fact name="Credential ends">{definition.credentialExpires}</Fact>
        <Fact name="Tags">{tags === undefined || tags.length === 0 ? null : tags.join(', ')}</Fact>
        <Fact name="Stored secrets">
          {storedSecrets.length === 0 ? 'None' : storedSecrets.map((kind) => secretNames[kind]).join(', ')}
        </Fact>
      </Facts>
      {detail.oauthClient === null ? null : <OAuthClient facts={detail.oauthClient} />}
    </>
  );
}
