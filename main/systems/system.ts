/** What Tokentray must know of a kind of tenant system, as data; one file beside this one for each. */
import type { ErrorData, ErrorCode, Issue } from '../errors.ts';
import type { AuthKind, BodyShape, ClientAuthMethod, Profile, SecretKind, SystemId } from '../profiles/profile.ts';
import type { ClaimNotes } from './claim-notes.ts';
import type { TokenIdentity } from './token-identity.ts';

/** Absolute URLs after the profile's own `endpoints` have overridden what the system derives. */
export interface Endpoints {
  /** Absent where no token is requested (`api_key`, `linked`), and while discovery has not found it. */
  readonly token?: string;
  /** RFC 6749 section 3.1. */
  readonly authorize?: string;
  /** RFC 8628 section 3.1. */
  readonly deviceAuthorization?: string;
  /** RFC 7009 section 2. */
  readonly revoke?: string;
  /** Where the server describes itself: ISC's `/oauth/info`, or metadata of OpenID Connect and RFC 8414. */
  readonly info?: string;
  /** Base of the system's REST API, without a trailing slash. */
  readonly api?: string;
  /** Base of the system's user interface, without a trailing slash. */
  readonly ui?: string;
}

/** A page of the system that a person may want to open. */
export interface SystemLink {
  readonly id: 'credentials' | 'clients' | 'sign-out' | 'session' | 'documentation';
  /** As a menu row, such as `Personal access tokens`. */
  readonly label: string;
  readonly url: string;
}

/** A cheap read request that shows whether a token works. */
export interface ProbeCall {
  /** Below `endpoints.api`, with its query. */
  readonly path: string;
}

/** How token requests travel where the profile says nothing. */
interface RequestShape {
  readonly body: BodyShape;
  /** Undefined: with a client secret in the body, and without one none. */
  readonly clientAuth?: ClientAuthMethod;
}

/** A page on which what a field asks for is made or shown. */
export interface FieldPage {
  /** One of the system's links. */
  readonly link: SystemLink['id'];
  /** Of a button, such as `Open Personal Access Tokens`. */
  readonly label: string;
}

/** One input of the add and edit form, and the reference for the profile file. */
export interface FieldDescription {
  /** Dotted path in the profile file, or `secrets.<kind>`. */
  readonly path: string;
  readonly label: string;
  readonly help: string;
  /** Stands at the front of a form. Some may be left out when another is given, as their help says: `check` decides. */
  readonly required: boolean;
  readonly example?: string;
  readonly secret?: SecretKind;
  readonly choices?: readonly string[];
  readonly pages?: readonly FieldPage[];
  /** Path of the field without which this one is needed. */
  readonly insteadOf?: string;
  /**
   * How it is typed where it is no line of text, choice or secret: `list` is texts, `pairs` are names with their values,
   * `profile` is the name of another profile, `jwk` a private key as JSON, which people have as a file.
   */
  readonly kind?: 'url' | 'date' | 'seconds' | 'list' | 'pairs' | 'profile' | 'jwk';
}

/** What a person reads about a failure: one sentence each. */
export interface Explanation {
  readonly what: string;
  readonly next: string;
}

export interface System {
  readonly id: SystemId;
  readonly label: string;
  /** One sentence for somebody who chooses between systems: what it is used for here. */
  readonly summary: string;
  readonly auths: readonly AuthKind[];
  fields(auth: AuthKind): readonly FieldDescription[];
  /** What is wrong with a profile whose shape is right; empty when nothing. */
  check(profile: Profile): readonly Issue[];
  /** Call only with a profile for which `check` found nothing. */
  endpoints(profile: Profile): Endpoints;
  /** Where the profile's `request` does not say it; default: a form, see `RequestShape.clientAuth`. */
  readonly requestShape?: RequestShape;
  /** The one client of all tenants, where profiles name none. */
  readonly clientId?: string;
  /** `audience` of token requests of a profile that names none; undefined: none is sent. */
  audience?(profile: Profile): string | undefined;
  /** The `aud` that this vendor wants in the assertion of `jwt_bearer`; undefined: as RFC 7523 section 3 has it. */
  assertionAudience?(profile: Profile): string;
  /** What is to be expected of a profile of this system that takes its token from `target`, as a sentence. */
  linkWarning?(target: Profile, identity: TokenIdentity | undefined): string | undefined;
  /** A cheap read request of this system's API for snippets, as a path below `endpoints.api`. */
  readonly sampleCall?: string;
  /** The probe request for a token of this scope (space-delimited; absent: unknown); undefined where there is none. */
  probe?(profile: Profile, scope: string | undefined): ProbeCall | undefined;
  /** Pages of the tenant, as far as its addresses are known. The profile may be one that `check` finds fault with. */
  links?(profile: Profile): readonly SystemLink[];
  /** Names of environment variables in the vendor's own scripts. */
  readonly tokenVariable: string;
  /** This vendor's meaning of a failure; undefined where the general text says it all. */
  explain(code: ErrorCode, data: ErrorData, profile: Profile): Partial<Explanation> | undefined;
  /** Who a token with these unverified claims is for, where the system has claims of its own for that. */
  identity?(claims: Readonly<Record<string, unknown>>): TokenIdentity | undefined;
  /** What the claims of its tokens mean, beyond those that every issuer means alike. */
  readonly claims?: ClaimNotes;
  /** What its scopes, user levels and the like allow, by their names, in a few words. */
  readonly rights?: ReadonlyMap<string, string>;
  /** What is to be expected of a token that is for nobody, or for such a one, as a sentence. */
  identityNote?(identity: TokenIdentity): string | undefined;
}
