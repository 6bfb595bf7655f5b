/** What Postman and other programs ask for that get tokens themselves. The secret is not among it. */
import type { OAuthClientFacts } from '../../../preload/views.ts';
import { codeOf, Fact, Facts } from './facts.tsx';

export function OAuthClient({ facts }: { readonly facts: OAuthClientFacts }) {
  return (
    <section className="oauth-client" aria-label="For Postman and other clients">
      <h2 className="raw-heading">For Postman’s own OAuth 2.0 tab</h2>
      <Facts>
        <Fact name="Grant type">{facts.grant}</Fact>
        <Fact name="Callback URL">{codeOf(facts.redirectUri)}</Fact>
        <Fact name="Auth URL">{codeOf(facts.authorizeEndpoint)}</Fact>
        <Fact name="Access token URL">{codeOf(facts.tokenEndpoint)}</Fact>
        <Fact name="Client ID">{codeOf(facts.clientId)}</Fact>
        <Fact name="Scope">{codeOf(facts.scope)}</Fact>
        <Fact name="Audience">{codeOf(facts.audience)}</Fact>
        <Fact name="Client authentication">{facts.clientAuth}</Fact>
      </Facts>
    </section>
  );
}
