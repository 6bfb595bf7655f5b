/** Where a profile gets its token, and what it was told to do. Shows which secrets are stored, never what they are. */
import type { ProfileDetail } from '../../../preload/views.ts';
import { connectionNames as names, grantNames, renewalWords, secretsWords } from '../../words/connection-words.ts';
import { identityWords } from '../../words/identity-words.ts';
import { OAuthClient } from './oauth-client.tsx';
import { codeOf, Fact, Facts } from './facts.tsx';

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
        <Fact name={names.system}>{view.systemLabel}</Fact>
        <Fact name={names.grant}>{grantNames[auth]}</Fact>
        <Fact name={names.tokenEndpoint}>{codeOf(detail.tokenEndpoint)}</Fact>
        <Fact name={names.redirectUri}>{codeOf(definition.redirectUri)}</Fact>
        <Fact name={names.api}>{codeOf(detail.apiBase)}</Fact>
        <Fact name={names.issuer}>{codeOf(definition.issuer)}</Fact>
        <Fact name={names.client}>{codeOf(definition.clientId)}</Fact>
        <Fact name={names.serviceAccount}>{codeOf(definition.serviceAccountId)}</Fact>
        <Fact name={names.uses}>{definition.uses}</Fact>
        <Fact name={names.audience}>{codeOf(definition.audience)}</Fact>
        <Fact name={names.scopes}>{codeOf(scope)}</Fact>
        <Fact name={names.tokenType}>{tokenType}</Fact>
        <Fact name={names.renewal}>{renewalWords(definition)}</Fact>
        <Fact name={names.expected}>{identityWords(expected)}</Fact>
        <Fact name={names.credential}>{definition.credentialExpires}</Fact>
        <Fact name={names.tags}>{tags === undefined || tags.length === 0 ? null : tags.join(', ')}</Fact>
        <Fact name={names.secrets}>{secretsWords(storedSecrets)}</Fact>
      </Facts>
      {detail.oauthClient === null ? null : <OAuthClient facts={detail.oauthClient} />}
    </>
  );
}
