/** Reads a token request the ways the vendor's page documents, and no other. */
import { oauthError } from '../server/answer.ts';
import { checkNames, readParameters, refused, type Parameters, type Refusal } from '../oauth/parameters.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import type { DemoGrantType } from './clients.ts';

export interface TokenRequestRead {
  readonly grantType: DemoGrantType;
  readonly parameters: Parameters;
}

interface Names {
  readonly grantType: DemoGrantType;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** In lower case, though the vendor's tables name them in capitals. */
const grants: ReadonlyMap<string, Names> = new Map([
  ['client_credentials', { grantType: 'CLIENT_CREDENTIALS', required: ['client_secret'], optional: [] }],
  [
    'authorization_code',
    {
      grantType: 'AUTHORIZATION_CODE',
      required: ['code', 'redirect_uri'],
      optional: ['client_secret', 'code_verifier'],
    },
  ],
  ['refresh_token', { grantType: 'REFRESH_TOKEN', required: ['refresh_token'], optional: ['client_secret'] }],
]);

/** The parameters, from a form, multipart or the query; an answer that says what is wrong with anything else. */
export async function readTokenRequest(request: ReceivedRequest): Promise<TokenRequestRead | Refusal> {
  if (request.headers['authorization'] !== undefined) {
    return refused('Client credentials are sent as parameters, not in the Authorization header.');
  }
  const parameters = await readParameters(request, ['form', 'multipart', 'query']);
  if ('refusal' in parameters) return parameters;
  const name = parameters.get('grant_type');
  if (name === undefined) return refused('grant_type is missing.');
  const grant = grants.get(name);
  if (grant === undefined) {
    return { refusal: oauthError(400, 'unsupported_grant_type', 'This tenant does not know this grant.') };
  }
  const { grantType, required, optional } = grant;
  const problem = checkNames(parameters, { required: ['grant_type', 'client_id', ...required], optional });
  return problem ?? { grantType, parameters };
}
