/** Descriptions of fields about the client, its secrets and its token requests, which systems put together. */
import type { BodyShape, ClientAuthMethod, ProfileEndpoints } from '../profiles/profile.ts';
import type { FieldDescription } from './system.ts';

export function clientIdField(example: string, help = 'As the server shows it.'): FieldDescription {
  return { path: 'clientId', label: 'Client id', help, required: true, example };
}

export function scopeField(example: string, help: string, required = false): FieldDescription {
  return { path: 'scope', label: 'Scope', help, required, example };
}

export function secretField(help: string, required = true): FieldDescription {
  return { path: 'secrets.clientSecret', label: 'Client secret', help, required, secret: 'clientSecret' };
}

/** A private key as JSON (RFC 7517). */
export function keyField(help: string, required = true): FieldDescription {
  return { path: 'secrets.privateKeyJwk', label: 'Private key', help, required, secret: 'privateKeyJwk', kind: 'jwk' };
}

export function apiKeyField(help: string): FieldDescription {
  return { path: 'secrets.apiKey', label: 'API key', help, required: true, secret: 'apiKey' };
}

/** For grants that begin with a sign-in. */
export const refreshTokenField: FieldDescription = {
  path: 'secrets.refreshToken',
  label: 'Refresh token',
  help: 'One that another program got for the same client, to begin without signing in. Left empty, you sign in with a browser.',
  required: false,
  secret: 'refreshToken',
};

export function redirectField(help: string, required: boolean, example: string): FieldDescription {
  return { path: 'redirectUri', label: 'Redirect URI', help, required, example, kind: 'url' };
}

export function usesField(help: string, example: string): FieldDescription {
  return { path: 'uses', label: 'Takes its token from', help, required: true, example, kind: 'profile' };
}

/** `query` is described with its price wherever it may be chosen. */
export function bodyField(example: BodyShape, choices: readonly BodyShape[], help: string): FieldDescription {
  const price = ' With query a secret ends up in the logs of servers and proxies.';
  return {
    path: 'request.body',
    label: 'Form of the token request',
    help: choices.includes('query') ? `${help}${price}` : help,
    required: false,
    example,
    choices,
  };
}

export function clientAuthField(choices: readonly ClientAuthMethod[], help: string): FieldDescription {
  return {
    path: 'request.clientAuth',
    label: 'Client authentication',
    help,
    required: false,
    example: choices[0] ?? 'none',
    choices,
  };
}

const endpointLabels: Readonly<Record<keyof ProfileEndpoints, string>> = {
  token: 'Token endpoint',
  authorize: 'Authorization endpoint',
  deviceAuthorization: 'Device authorization endpoint',
  api: 'API',
  revoke: 'Revocation endpoint',
  info: 'Description of the server',
  ui: 'User interface',
};

export function endpointField(
  endpoint: keyof ProfileEndpoints,
  help: string,
  example: string,
  required = false,
): FieldDescription {
  return { path: `endpoints.${endpoint}`, label: endpointLabels[endpoint], help, required, example, kind: 'url' };
}

export const requestExtras: readonly FieldDescription[] = [
  {
    path: 'request.headers',
    label: 'Extra headers',
    help: 'Sent with each token request; never a place for secrets.',
    required: false,
    example: '{ "X-Request-Source": "tokentray" }',
    kind: 'pairs',
  },
  {
    path: 'request.params',
    label: 'Extra parameters',
    help: 'Sent with each token request, such as resource (RFC 8707); never a place for secrets.',
    required: false,
    example: '{ "resource": "https://api.example.com" }',
    kind: 'pairs',
  },
];
