/** What the window shows, as main sends it: never a secret or a token. Instants are wall-clock milliseconds. */
import type { ErrorCode, Issue } from '../main/errors.ts';
import type { AuthKind, Environment, Profile, SecretKind, SystemId } from '../main/profiles/profile.ts';
import type { SnippetKind } from '../main/snippets/snippet.ts';
import type { Happening } from '../main/storage/history-records.ts';
import type { AccessList } from '../main/systems/access-lists.ts';
import type { ExplainedClaim } from '../main/systems/explain-claims.ts';
import type { SystemLink } from '../main/systems/system.ts';
import type { ActivityState, Appearance, TokenState } from '../main/tokens/state.ts';
import type { ListView } from './list-view.ts';

/** A failure in words. Never holds a secret or a token. */
export interface Failure {
  readonly code: ErrorCode;
  /** One sentence: what happened. */
  readonly what: string;
  /** One sentence: what to do. */
  readonly next: string;
  readonly issues?: readonly Issue[];
}

/** What holds for the whole application. */
export interface AppHeader {
  readonly version: string;
  readonly isDemo: boolean;
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly theme: 'system' | 'light' | 'dark';
  /** False on a desktop without a tray: closing the window says how to come back. */
  readonly hasTray: boolean;
  readonly isOnline: boolean;
  /** As it was at the last start, or was set since. */
  readonly listView: ListView;
  /** Why secrets are out of reach; null when they are not. */
  readonly lock: VaultLock | null;
  /** What opens the quick switcher from every application; null: no shortcut is set. */
  readonly quickSwitcher: QuickSwitcherView | null;
  /** The profiles that need it are being signed in to, one after another. */
  readonly isSigningInToAll: boolean;
  /** Another process (`tokentray agent`) keeps the tokens fresh, until it ends; null when this one does. */
  readonly otherAgent: Failure | null;
  /** One for each profile whose stored definition cannot be read; such a profile is not in the list. */
  readonly damagedProfiles: readonly Failure[];
}

export interface QuickSwitcherView {
  /** As this system writes them, such as `Ctrl+Shift+K`. */
  readonly keys: string;
  /**
   * `refused`: they do nothing, as another program has them. `unconfirmed`: the desktop was asked for them, and does not tell
   * what it decided.
   */
  readonly state: 'ready' | 'refused' | 'unconfirmed';
}

export interface VaultLock {
  /** `passphrase`: ask for it. `keychain`: the system's keychain must be unlocked or started; offer to try again. */
  readonly kind: 'passphrase' | 'keychain';
  readonly failure: Failure;
}

export interface AppState extends AppHeader {
  readonly profiles: readonly ProfileView[];
}

export interface ProfilesChange {
  readonly changed: readonly ProfileView[];
  readonly removedIds: readonly string[];
}

/** One row of the list. Holds no token. */
export interface ProfileView {
  readonly id: string;
  readonly name: string;
  readonly label?: string;
  readonly system: SystemId;
  readonly systemLabel: string;
  readonly auth: AuthKind;
  readonly environment?: Environment;
  readonly tags: readonly string[];
  /** Of the stored definition and its secrets: another one means that a page about it is out of date. */
  readonly revision: number;
  readonly isDefault: boolean;
  readonly isPinned: boolean;
  readonly token: TokenState;
  readonly activity: ActivityState;
  readonly appearance: Appearance;
  readonly obtainedAtMs: number | null;
  readonly expiresAtMs: number | null;
  readonly nextRefreshAtMs: number | null;
  /** Who the token is for, as far as it says. */
  readonly identity: IdentityView | null;
  /** Of the token, as the server granted it; null where it did not say. */
  readonly scope: string | null;
  /** When the token was last copied or given to a script; null: never. */
  readonly lastUsedAtMs: number | null;
  /** The day on which the credential itself ends (YYYY-MM-DD); null where nobody said. */
  readonly credentialExpires: string | null;
  /** What should be known about who the token is for, as sentences: nobody, or another than the profile expects. */
  readonly note: string | null;
  readonly failure: Failure | null;
  /** When a person must sign in again, as far as the session tells; null where there is none, or nobody knows. */
  readonly sessionEndsAtMs: number | null;
  /** Name of the profile whose token this one uses; null where it has one of its own. */
  readonly linkedTo: string | null;
  /** The sign-in that is under way, or the last one; null while there was none since the start. */
  readonly signIn: SignInView | null;
}

/** Whom a token is for, as far as it says or a profile expects. */
export interface IdentityView {
  readonly user?: string;
  readonly org?: string;
}

/** `id` tells one attempt of a profile from the next. */
export type SignInView = { readonly id: string } & SignInStateView;

export type SignInStateView =
  | { readonly kind: 'waiting-for-port'; readonly port: number }
  | {
      readonly kind: 'waiting-for-person';
      /** Of the page that is to be opened. */
      readonly host: string;
      /** `loopback` ends by itself, `paste` wants `signIns.paste`, `device` neither. */
      readonly finish: 'loopback' | 'paste' | 'device';
      readonly redirectUri: string | null;
      /** Of `device`: the code, and the address at which a person types it. */
      readonly userCode: string | null;
      readonly verificationUri: string | null;
      readonly expiresAtMs: number;
    }
  | { readonly kind: 'finishing' }
  | { readonly kind: 'other-user'; readonly expected: IdentityView; readonly actual: IdentityView }
  | { readonly kind: 'done'; readonly note: string | null }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'cancelled' };

export interface ProfileDetail {
  readonly view: ProfileView;
  /** As the profile file writes it. */
  readonly definition: Profile;
  /** Which secrets are stored; never what they are. */
  readonly storedSecrets: readonly SecretKind[];
  /** Null where no token is requested. */
  readonly tokenEndpoint: string | null;
  readonly apiBase: string | null;
  /** What the token says about itself, unverified; null when it is opaque or absent. */
  readonly claims: {
    readonly header: Readonly<Record<string, unknown>>;
    readonly payload: Readonly<Record<string, unknown>>;
    /** Those of the payload whose meaning is known, in the order in which they are read. */
    readonly known: readonly ExplainedClaim[];
  } | null;
  /** What the token allows, as far as it or the server's answer says; an empty list: the token says that there is none. */
  readonly access: readonly AccessList[];
  readonly tokenType: string | null;
  readonly scope: string | null;
  /** Server clock minus local clock, ms; null when unknown. */
  readonly clockOffsetMs: number | null;
  /** Ways to copy, in the order of the menu. */
  readonly copyKinds: readonly { readonly kind: SnippetKind; readonly label: string }[];
  /** Pages of the tenant, for `profiles.openLink`. */
  readonly links: readonly Pick<SystemLink, 'id' | 'label'>[];
  /** Null where nobody has signed in. `endsAtMs` is null where the session does not tell. */
  readonly session: { readonly obtainedAtMs: number; readonly endsAtMs: number | null } | null;
  /** What an OAuth client such as Postman asks for in its own form; null where no token is requested. */
  readonly oauthClient: OAuthClientFacts | null;
  /** True where the server is told when the session ends. */
  readonly canRevoke: boolean;
}

export interface HistoryPage {
  /** Newest first. */
  readonly items: readonly HistoryItem[];
  /** There are older ones. */
  readonly hasMore: boolean;
}

/** One thing that happened, or the same failure again and again. Holds no token. */
export interface HistoryItem {
  /** Rises with time. */
  readonly id: number;
  readonly what: Happening;
  /** The last time, where it happened more than once. */
  readonly atMs: number;
  readonly firstAtMs: number;
  readonly times: number;
  readonly title: string;
  readonly detail: string | null;
  /** When the token that came then expires; null: none came, or nobody knows. */
  readonly untilMs: number | null;
  readonly failure: Failure | null;
}

/** Never a secret. */
export interface OAuthClientFacts {
  readonly grant: string;
  readonly authorizeEndpoint: string | null;
  readonly tokenEndpoint: string;
  readonly redirectUri: string | null;
  readonly clientId: string | null;
  readonly scope: string | null;
  readonly audience: string | null;
  readonly clientAuth: string;
}
