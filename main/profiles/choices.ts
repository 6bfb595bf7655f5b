/** Fields that take one of a few words, and the words that other tools use for the same. */
import { authKinds, bodyShapes, clientAuthMethods, environments, refreshModes, systemIds } from './profile.ts';
import { closestName } from './suggest.ts';

/** By dotted path. */
export const choices = {
  system: systemIds,
  auth: authKinds,
  environment: environments,
  'request.body': bodyShapes,
  'request.clientAuth': clientAuthMethods,
  'refresh.mode': refreshModes,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ChoicePath = keyof typeof choices;

const otherWords: Readonly<Record<ChoicePath, Readonly<Record<string, string>>>> = {
  system: {
    'identity security cloud': 'isc',
    identitynow: 'isc',
    idn: 'isc',
    sailpoint: 'isc',
    'advanced identity cloud': 'aic',
    fidc: 'aic',
    forgerock: 'aic',
    'non-employee risk management': 'nerm',
    nonemployee: 'nerm',
    seczetta: 'nerm',
    ping: 'aic',
    pingone: 'aic',
    generic: 'oauth',
    oauth2: 'oauth',
    oidc: 'oauth',
    openid: 'oauth',
    other: 'oauth',
  },
  auth: {
    api_client: 'client_credentials',
    pat: 'client_credentials',
    personal_access_token: 'client_credentials',
    secret: 'client_credentials',
    code: 'authorization_code',
    interactive: 'authorization_code',
    pkce: 'authorization_code',
    device: 'device_code',
    jwt: 'jwt_bearer',
    service_account: 'jwt_bearer',
    'urn:ietf:params:oauth:grant-type:device_code': 'device_code',
    'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt_bearer',
    key: 'api_key',
    token: 'api_key',
    link: 'linked',
    uses: 'linked',
  },
  environment: { live: 'production', qa: 'sandbox', sb: 'sandbox', staging: 'sandbox', test: 'sandbox' },
  'request.body': {
    'application/json': 'json',
    'application/x-www-form-urlencoded': 'form',
    'form-data': 'multipart',
    'multipart/form-data': 'multipart',
    url: 'query',
    urlencoded: 'form',
    'x-www-form-urlencoded': 'form',
  },
  'request.clientAuth': {
    basic: 'client_secret_basic',
    body: 'client_secret_post',
    post: 'client_secret_post',
    public: 'none',
  },
  'refresh.mode': {
    auto: 'keep-fresh',
    automatic: 'keep-fresh',
    lazy: 'on-use',
    never: 'manual',
    off: 'manual',
    on_demand: 'on-use',
  },
};

/** The choice that a word of other tools, or a mistyped one, stands for. */
export function suggestChoice(path: ChoicePath, word: string): string | undefined {
  const others = otherWords[path];
  const plain = word.trim().toLowerCase();
  return Object.hasOwn(others, plain) ? others[plain] : closestName(word, choices[path]);
}
