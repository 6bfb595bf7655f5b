/** The shape of the profile file as a schema; which fields a system needs is the systems' business. */
import * as v from 'valibot';
import { isCalendarDate, isHeaderName, isScope, namePattern } from './line-rules.ts';
import type { Profile, ProfileEndpoints, ProfileRefresh, ProfileRequest } from './profile.ts';
import { headerProblem, paramProblem } from './request-rules.ts';
import { choiceOf, fields, line, lines, texts, url, wholeNumber } from './value-schemas.ts';

type EntriesOf<Shape> = Readonly<Record<keyof Shape, v.GenericSchema>>;

const optional = v.exactOptional;

const endpointEntries = {
  token: optional(url),
  authorize: optional(url),
  deviceAuthorization: optional(url),
  api: optional(url),
  revoke: optional(url),
  info: optional(url),
  ui: optional(url),
} satisfies EntriesOf<ProfileEndpoints>;

const requestEntries = {
  body: optional(choiceOf('request.body')),
  clientAuth: optional(choiceOf('request.clientAuth')),
  headers: optional(texts(headerProblem)),
  params: optional(texts(paramProblem)),
} satisfies EntriesOf<ProfileRequest>;

const refreshEntries = {
  mode: optional(choiceOf('refresh.mode')),
  earlySeconds: optional(wholeNumber(0, 3600)),
} satisfies EntriesOf<ProfileRefresh>;

const name = v.pipe(
  line,
  v.regex(
    namePattern,
    'Must be 1 to 64 lower-case letters, digits, dots, dashes or underscores, beginning with a letter or digit.',
  ),
);

const profileEntries = {
  version: optional(
    v.literal(1, ({ input }) =>
      typeof input === 'number' && input > 1
        ? 'This file was written for a newer Tokentray: update Tokentray to read it.'
        : 'Must be 1, or left out.',
    ),
  ),
  name,
  label: optional(line),
  system: choiceOf('system'),
  auth: choiceOf('auth'),
  tenant: optional(line),
  issuer: optional(url),
  clientId: optional(line),
  serviceAccountId: optional(line),
  realm: optional(line),
  scope: optional(
    v.pipe(line, v.check(isScope, 'Must be scopes with one blank between them, of ASCII characters without quotes.')),
  ),
  audience: optional(line),
  redirectUri: optional(url),
  endpoints: optional(fields(endpointEntries)),
  request: optional(fields(requestEntries)),
  apiKeyHeader: optional(v.pipe(line, v.check(isHeaderName, 'Must be the name of a header.'))),
  refresh: optional(fields(refreshEntries)),
  uses: optional(name),
  expectUser: optional(line),
  expectOrg: optional(line),
  environment: optional(choiceOf('environment')),
  credentialExpires: optional(
    v.pipe(line, v.check(isCalendarDate, 'Must be a day that exists, written as YYYY-MM-DD.')),
  ),
  tags: optional(lines),
} satisfies EntriesOf<Profile>;

export const profileSchema = fields(profileEntries, 'an object in braces that describes one profile');

/** The fields of each object of the profile file; the key is the object's dotted path. */
export const knownFields = {
  '': Object.keys(profileEntries),
  endpoints: Object.keys(endpointEntries),
  request: Object.keys(requestEntries),
  refresh: Object.keys(refreshEntries),
} as const;

/** Values that would be accepted, by dotted path. */
export const examples: ReadonlyMap<string, string> = new Map([
  ['version', '1'],
  ['name', 'acme-prod'],
  ['label', 'Acme production'],
  ['system', 'isc'],
  ['auth', 'client_credentials'],
  ['tenant', 'acme'],
  ['clientId', 'b61429f5-203d-494c-94c3-04f54e17bc5c'],
  ['serviceAccountId', '449d7e27-7889-47af-a736-83b6bbf97ec5'],
  ['realm', 'alpha'],
  ['audience', 'https://api.example.com/'],
  ['issuer', 'https://id.example.com'],
  ['scope', 'read write'],
  ['redirectUri', 'http://localhost:8080/myApp/code'],
  ['endpoints', '{ "token": "https://id.example.com/oauth/token" }'],
  ['endpoints.token', 'https://id.example.com/oauth/token'],
  ['endpoints.authorize', 'https://id.example.com/oauth/authorize'],
  ['endpoints.deviceAuthorization', 'https://id.example.com/oauth/device'],
  ['endpoints.api', 'https://api.example.com'],
  ['endpoints.revoke', 'https://id.example.com/oauth/revoke'],
  ['endpoints.info', 'https://id.example.com/oauth/info'],
  ['endpoints.ui', 'https://acme.identitynow.com'],
  ['request', '{ "body": "form" }'],
  ['request.body', 'form'],
  ['request.clientAuth', 'client_secret_basic'],
  ['request.headers', '{ "X-Request-Source": "tokentray" }'],
  ['request.params', '{ "resource": "https://api.example.com" }'],
  ['apiKeyHeader', 'X-Api-Key'],
  ['refresh', '{ "mode": "keep-fresh" }'],
  ['refresh.mode', 'keep-fresh'],
  ['refresh.earlySeconds', '60'],
  ['uses', 'acme-prod'],
  ['expectUser', 'jane.admin'],
  ['expectOrg', 'acme'],
  ['environment', 'production'],
  ['credentialExpires', '2027-05-01'],
  ['tags', '["emea"]'],
]);
