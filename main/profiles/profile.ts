/** What a tenant profile is: the shape of the profile file, field by field. */

export const systemIds = ['isc', 'nerm', 'aic', 'netfoundry', 'oauth'] as const;
export type SystemId = (typeof systemIds)[number];

export const authKinds = [
  'client_credentials',
  'authorization_code',
  'device_code',
  'jwt_bearer',
  'api_key',
  'linked',
] as const;
/** How the profile obtains its token. */
export type AuthKind = (typeof authKinds)[number];

export const bodyShapes = ['form', 'json', 'multipart', 'query'] as const;
/** How token request parameters travel. `query` puts secrets into server logs and exists because one vendor documents it. */
export type BodyShape = (typeof bodyShapes)[number];

export const clientAuthMethods = ['client_secret_post', 'client_secret_basic', 'none', 'private_key_jwt'] as const;
/** Client authentication at the token endpoint, named as in RFC 7591 section 2. */
export type ClientAuthMethod = (typeof clientAuthMethods)[number];

export const refreshModes = ['keep-fresh', 'on-use', 'manual'] as const;
/** `keep-fresh` renews by timer, `on-use` when somebody asks, `manual` never by itself. */
type RefreshMode = (typeof refreshModes)[number];

export const environments = ['production', 'sandbox', 'development'] as const;
export type Environment = (typeof environments)[number];

export interface ProfileEndpoints {
  readonly token?: string;
  readonly authorize?: string;
  readonly deviceAuthorization?: string;
  readonly api?: string;
  readonly revoke?: string;
  readonly info?: string;
  /** Base of the system's user interface, for links to its pages. */
  readonly ui?: string;
}

export interface ProfileRequest {
  readonly body?: BodyShape;
  readonly clientAuth?: ClientAuthMethod;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
}

export interface ProfileRefresh {
  readonly mode?: RefreshMode;
  /** Seconds before expiry at which a scheduled refresh is wanted; default 60. */
  readonly earlySeconds?: number;
}

/** A valid profile as its file writes it. Never holds a secret. */
export interface Profile {
  /** Version of this format; absent means 1. */
  readonly version?: 1;
  /** Unique, `^[a-z0-9][a-z0-9._-]{0,63}$`. */
  readonly name: string;
  readonly label?: string;
  readonly system: SystemId;
  readonly auth: AuthKind;
  /** isc: tenant name or a full API host; nerm: company; aic: tenant FQDN. */
  readonly tenant?: string;
  /** oauth: base of discovery. */
  readonly issuer?: string;
  readonly clientId?: string;
  readonly serviceAccountId?: string;
  readonly realm?: string;
  /** Space-delimited; none is sent when absent (RFC 6749 section 3.3). */
  readonly scope?: string;
  readonly audience?: string;
  readonly redirectUri?: string;
  /** Each overrides what the system derives. */
  readonly endpoints?: ProfileEndpoints;
  readonly request?: ProfileRequest;
  readonly apiKeyHeader?: string;
  readonly refresh?: ProfileRefresh;
  /** linked: name of the profile whose token is used. */
  readonly uses?: string;
  readonly expectUser?: string;
  readonly expectOrg?: string;
  readonly environment?: Environment;
  /** ISO date (YYYY-MM-DD) on which the credential itself ends. */
  readonly credentialExpires?: string;
  readonly tags?: readonly string[];
}

/** What a person enters besides the profile. Which are needed depends on `auth`. */
export interface Secrets {
  readonly clientSecret?: string;
  readonly privateKeyJwk?: Readonly<Record<string, unknown>>;
  readonly apiKey?: string;
  /** Beside `apiKey`, where an API wants two headers. */
  readonly apiSecret?: string;
  readonly refreshToken?: string;
}

/** Names of the secrets, as they stand in the JSON on standard input. */
export const secretKinds = ['clientSecret', 'privateKeyJwk', 'apiKey', 'apiSecret', 'refreshToken'] as const;
export type SecretKind = (typeof secretKinds)[number];

/** A profile as it is stored: the id stays when the name changes. */
export interface StoredProfile {
  readonly id: string;
  readonly profile: Profile;
  /** Grows with every change of the profile or its secrets; a result obtained under an older one is not stored. */
  readonly revision: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}
