/** What Postman and other programs ask for that get tokens themselves. The secret is not among it. */
import type { OAuthClientFacts } from '../../../preload/views.ts';
import { clientNames as names } from '../../words/connection-words.ts';
import { codeOf, Fact, Facts } from './facts.tsx';

export function OAuthClient({ facts }: { readonly facts: OAuthClientFacts }) {
  return (
    <section className="oauth-client" aria-label={names.label}>
      <h2 className="panel-title">{names.title}</h2>
      <Facts>
        <Fact name={names.grant}>{facts.grant}</Fact>
        <Fact name={names.redirect}>{codeOf(facts.redirectUri)}</Fact>
        <Fact name={names.authorize}>{codeOf(facts.authorizeEndpoint)}</Fact>
        <Fact name={names.token}>{codeOf(facts.tokenEndpoint)}</Fact>
        <Fact name={names.client}>{codeOf(facts.clientId)}</Fact>
        <Fact name={names.scope}>{codeOf(facts.scope)}</Fact>
        <Fact name={names.audience}>{codeOf(facts.audience)}</Fact>
        <Fact name={names.authentication}>{facts.clientAuth}</Fact>
      </Facts>
    </section>
  );
}
