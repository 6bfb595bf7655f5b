/** Any other OAuth 2.0 tenant whose token endpoint is given by hand. */
import type { Issue } from '../errors.ts';
import { bodyShapes } from '../profiles/profile.ts';
import type { Profile } from '../profiles/profile.ts';
import { clientFields, commonFields, furtherFields, secretField } from './common-fields.ts';
import { fieldsThatDoNotApply, missing } from './field-checks.ts';
import type { Endpoints, FieldDescription, System } from './system.ts';

const label = 'OAuth 2.0';
const exampleEndpoint = 'https://id.example.com/oauth/token';
const clientAuths = ['client_secret_post', 'client_secret_basic', 'none'] as const;

export const oauth: System = {
  id: 'oauth',
  label,
  summary: 'Any other server that gives out tokens, by its token endpoint.',
  auths: ['client_credentials'],
  tokenVariable: 'ACCESS_TOKEN',
  fields,
  check,
  endpoints,
  // The general texts are written for this system.
  explain: () => undefined,
};

function fields(): readonly FieldDescription[] {
  return [
    ...commonFields('acme-api'),
    {
      path: 'endpoints.token',
      label: 'Token endpoint',
      help: 'Full URL to which token requests are sent.',
      required: true,
      example: exampleEndpoint,
      kind: 'url',
    },
    {
      path: 'endpoints.api',
      label: 'API',
      help: 'Base URL of the API that takes the tokens; used in copied commands.',
      required: false,
      example: 'https://api.example.com',
      kind: 'url',
    },
    ...clientFields('tokentray'),
    secretField('As the server shows it. Not needed when the client authentication is none.'),
    {
      path: 'audience',
      label: 'Audience',
      help: 'The API that the token is for, where the server asks for it.',
      required: false,
      example: 'https://api.example.com/',
    },
    {
      path: 'request.clientAuth',
      label: 'Client authentication',
      help: 'Where the client id and secret travel: in the body, in the Authorization header, or no secret at all.',
      required: false,
      example: 'client_secret_post',
      choices: clientAuths,
    },
    {
      path: 'request.body',
      label: 'Form of the token request',
      help: 'How the request carries its parameters. With query a secret ends up in the logs of servers and proxies.',
      required: false,
      example: 'form',
      choices: bodyShapes,
    },
    ...furtherFields(),
  ];
}

function check(profile: Profile): readonly Issue[] {
  if (profile.auth !== 'client_credentials') {
    const message = 'Is not supported for this system by this version yet: use client_credentials.';
    return [{ path: 'auth', message, example: 'client_credentials' }];
  }
  return [
    ...endpointIssues(profile),
    ...(profile.clientId === undefined ? [missing('clientId', 'the server knows the client by it', 'tokentray')] : []),
    ...fieldsThatDoNotApply(profile, ['issuer', 'audience'], label),
    ...(profile.request?.clientAuth === 'private_key_jwt'
      ? [
          {
            path: 'request.clientAuth',
            message: `Is not supported by this version yet: choose one of ${clientAuths.join(', ')}.`,
            example: 'client_secret_post',
          },
        ]
      : []),
  ];
}

function endpointIssues({ issuer, endpoints: own }: Profile): readonly Issue[] {
  if (own?.token !== undefined) return [];
  if (issuer === undefined) return [missing('endpoints.token', 'token requests are sent there', exampleEndpoint)];
  const message = 'Finding the endpoints by the issuer is not supported by this version yet: give endpoints.token.';
  return [{ path: 'issuer', message }, missing('endpoints.token', 'token requests are sent there', exampleEndpoint)];
}

function endpoints({ endpoints: own }: Profile): Endpoints {
  return {
    token: own?.token ?? '',
    ...(own?.api === undefined ? {} : { api: own.api.replace(/\/+$/, '') }),
  };
}
