/** Decides what a demo tenant of PingOne AIC answers to a token request that could be read. */
import { oauthError, tokenAnswer, type DemoAnswer } from '../server/answer.ts';
import { checkAssertion, type AssertionPorts } from './assertion.ts';
import type { AicTokenRequest } from './token-request.ts';
import { tokenLifetimeSeconds, type AicTokens } from './tokens.ts';

export interface TokenEndpointPorts extends AssertionPorts {
  readonly tokens: AicTokens;
}

export async function answerTokenRequest(
  { assertion, scopes }: AicTokenRequest,
  ports: TokenEndpointPorts,
): Promise<DemoAnswer> {
  const checked = await checkAssertion(assertion, ports);
  if ('problem' in checked) return oauthError(400, 'invalid_grant', checked.problem);
  const { id, scopes: granted } = checked.account;
  if (scopes.length === 0) {
    return oauthError(400, 'invalid_scope', 'No scope requested and no default scope configured');
  }
  const unknown = scopes.filter((scope) => !granted.includes(scope));
  if (unknown.length > 0) {
    return oauthError(400, 'invalid_scope', `Unknown/invalid scope(s): [${unknown.join(', ')}]`);
  }
  return tokenAnswer({
    access_token: ports.tokens.issue(id, scopes),
    scope: scopes.join(' '),
    token_type: 'Bearer',
    expires_in: tokenLifetimeSeconds,
  });
}
