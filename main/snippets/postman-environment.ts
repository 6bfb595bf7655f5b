/** A token in an environment that Postman imports. */
import { requestHeaders } from '../systems/request-headers.ts';
import { systemOf } from '../systems/registry.ts';
import { postmanOAuth } from './postman-oauth.ts';
import type { SnippetInput } from './snippet-input.ts';

interface Variable {
  readonly key: string;
  readonly value: string;
  /** Postman shows dots in place of a secret. */
  readonly type: 'default' | 'secret';
  readonly enabled: true;
}

/** JSON for Postman's Import. Postman runs no commands, so it holds the token itself. */
export function postmanSnippet({ profile, token }: SnippetInput): string {
  const { api = '' } = systemOf(profile).endpoints(profile);
  const oauth = postmanOAuth(profile);
  const environment = {
    name: profile.label ?? profile.name,
    values: [
      plain('baseUrl', api),
      ...secrets({ profile, token }),
      ...(oauth === undefined
        ? []
        : [plain('accessTokenUrl', oauth.accessTokenUrl), plain('clientId', oauth.clientId)]),
    ],
    _postman_variable_scope: 'environment',
  };
  return JSON.stringify(environment, null, 2);
}

/** A key that goes in two headers has two parts. */
function secrets({ profile, token }: Pick<SnippetInput, 'profile' | 'token'>): readonly Variable[] {
  if (profile.auth !== 'api_key') return [secret('accessToken', token.accessToken)];
  const parts = requestHeaders(profile, token).slice(1);
  return [secret('apiKey', token.accessToken), ...parts.map(([, value]) => secret('apiSecret', value))];
}

function plain(key: string, value: string): Variable {
  return { key, value, type: 'default', enabled: true };
}

function secret(key: string, value: string): Variable {
  return { key, value, type: 'secret', enabled: true };
}
