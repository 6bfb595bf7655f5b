/** What Tokentray must know of a kind of tenant system, as data; one file beside this one for each. */
import type { ErrorData, ErrorCode, Issue } from '../errors.ts';
import type { AuthKind, Profile, SecretKind, SystemId } from '../profiles/profile.ts';
import type { TokenIdentity } from './token-identity.ts';

/** Absolute URLs after the profile's own `endpoints` have overridden what the system derives. */
export interface Endpoints {
  readonly token: string;
  /** Base of the system's REST API, without a trailing slash. */
  readonly api?: string;
}

/** One input of the add and edit form, and the reference for the profile file. */
export interface FieldDescription {
  /** Dotted path in the profile file, or `secrets.<kind>`. */
  readonly path: string;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  readonly example?: string;
  readonly secret?: SecretKind;
  readonly choices?: readonly string[];
  /** How it is typed where it is no line of text, choice or secret: `list` is texts, `pairs` are names with their values. */
  readonly kind?: 'url' | 'date' | 'seconds' | 'list' | 'pairs';
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
  /** A cheap read request of this system's API for snippets, as a path below `endpoints.api`. */
  readonly sampleCall?: string;
  /** Names of environment variables in the vendor's own scripts. */
  readonly tokenVariable: string;
  /** This vendor's meaning of a failure; undefined where the general text says it all. */
  explain(code: ErrorCode, data: ErrorData, profile: Profile): Partial<Explanation> | undefined;
  /** Who a token with these unverified claims is for, where the system has claims of its own for that. */
  identity?(claims: Readonly<Record<string, unknown>>): TokenIdentity | undefined;
  /** What is to be expected of a token that is for nobody, or for such a one, as a sentence. */
  identityNote?(identity: TokenIdentity): string | undefined;
}
