/** The fields of a profile for any other OAuth 2.0 server, for each way to a token. */
import { bodyShapes } from '../profiles/profile.ts';
import type { AuthKind } from '../profiles/profile.ts';
import { commonFields, furtherFields } from './common-fields.ts';
import {
  apiKeyField,
  bodyField,
  clientAuthField,
  clientIdField,
  endpointField,
  keyField,
  redirectField,
  refreshTokenField,
  scopeField,
  secretField,
  usesField,
} from './request-fields.ts';
import type { FieldDescription } from './system.ts';

export const exampleIssuer = 'https://id.example.com';
export const exampleTokenEndpoint = `${exampleIssuer}/oauth/token`;
export const exampleApi = 'https://api.example.com';
export const exampleUses = 'acme-login';

const byAuth: Readonly<Record<AuthKind, readonly FieldDescription[]>> = {
  client_credentials: [
    ...endpointFields(),
    clientIdField('tokentray'),
    secretField('As the server shows it. Not needed when the client authentication is none or private_key_jwt.'),
    clientKeyField(),
    ...tokenFields(),
  ],
  authorization_code: [
    ...endpointFields('authorize'),
    clientIdField('tokentray'),
    redirectField(
      'As it is registered with the server. Left out, Tokentray listens on http://127.0.0.1/callback with a free port (RFC 8252). With an https one you paste the address that the browser shows after the sign-in.',
      false,
      'http://localhost:8080/callback',
    ),
    secretField('Only if the server gave the client one.', false),
    refreshTokenField,
    clientKeyField(),
    ...tokenFields(),
  ],
  device_code: [
    ...endpointFields('deviceAuthorization'),
    clientIdField('tokentray'),
    secretField('Only if the server gave the client one.', false),
    refreshTokenField,
    clientKeyField(),
    ...tokenFields(),
  ],
  jwt_bearer: [
    ...endpointFields(),
    clientIdField('tokentray', 'As the server shows it; it is also the issuer (iss) of the assertion.'),
    {
      path: 'serviceAccountId',
      label: 'Subject',
      help: 'The account or user that the token is for, as the subject (sub) of the assertion. Left out, it is the client itself.',
      required: false,
      example: 'svc-reports@example.com',
    },
    keyField('The private key that signs the assertions, as a JWK (RFC 7517). The server knows its public part.'),
    secretField('Only where the client authentication is client_secret_post or client_secret_basic.', false),
    ...tokenFields(
      'The audience (aud) of the assertion. Left out, it is the issuer, or without one the token endpoint (RFC 7523 section 3).',
    ),
  ],
  api_key: [
    apiField(true),
    apiKeyField('As the server shows it. Nobody knows when it ends unless you note the day below.'),
    {
      path: 'apiKeyHeader',
      label: 'Header',
      help: 'The header that the API wants the key in. Left out, it is Authorization, with Bearer before the key.',
      required: false,
      example: 'X-Api-Key',
    },
  ],
  linked: [usesField('The profile whose token also works here.', exampleUses), apiField(true)],
};

export function oauthFields(auth: AuthKind): readonly FieldDescription[] {
  return [...commonFields('acme-api'), ...byAuth[auth], ...furtherFields(auth)];
}

/** Found by the issuer, or given by hand; `further` is the one that the grant needs beside the token endpoint. */
function endpointFields(further?: 'authorize' | 'deviceAuthorization'): readonly FieldDescription[] {
  const help = 'Not needed where the issuer tells it.';
  const insteadOf = 'issuer';
  return [
    {
      path: 'issuer',
      label: 'Issuer',
      help: 'Base address of the server, by which its endpoints are found (OpenID Connect Discovery, RFC 8414). Not needed when they are given below.',
      required: true,
      example: exampleIssuer,
      kind: 'url',
    },
    ...(further === 'authorize'
      ? [
          {
            ...endpointField(
              'authorize',
              `Where the browser signs in. ${help}`,
              `${exampleIssuer}/oauth/authorize`,
              true,
            ),
            insteadOf,
          },
        ]
      : []),
    ...(further === 'deviceAuthorization'
      ? [
          {
            ...endpointField(
              'deviceAuthorization',
              `Where a device code is asked for (RFC 8628). ${help}`,
              `${exampleIssuer}/oauth/device`,
              true,
            ),
            insteadOf,
          },
        ]
      : []),
    {
      ...endpointField('token', `Full URL to which token requests are sent. ${help}`, exampleTokenEndpoint, true),
      insteadOf,
    },
    apiField(false),
    endpointField(
      'revoke',
      'Where tokens are given back when you sign out or remove the profile (RFC 7009).',
      `${exampleIssuer}/oauth/revoke`,
    ),
    endpointField(
      'info',
      'Where the server describes itself, where that does not follow from the issuer.',
      `${exampleIssuer}/.well-known/openid-configuration`,
    ),
  ];
}

function apiField(required: boolean): FieldDescription {
  const use = required ? 'It decides where the token or key may be sent.' : 'Used in copied commands.';
  return endpointField('api', `Base URL of the API that takes the tokens. ${use}`, exampleApi, required);
}

function clientKeyField(): FieldDescription {
  return keyField('Only with the client authentication private_key_jwt: the private key as a JWK (RFC 7517).', false);
}

function tokenFields(
  audienceHelp = 'The API that the token is for, where the server asks for it.',
): readonly FieldDescription[] {
  return [
    scopeField('read write', 'Scopes with a blank between them; without it the server gives what it thinks fit.'),
    { path: 'audience', label: 'Audience', help: audienceHelp, required: false, example: `${exampleApi}/` },
    clientAuthField(
      ['client_secret_post', 'client_secret_basic', 'private_key_jwt', 'none'],
      'How the client proves who it is: with its secret in the body or in the Authorization header, with a signature, or not at all.',
    ),
    bodyField('form', bodyShapes, 'How the request carries its parameters.'),
  ];
}
