/** Everything that crosses from the window to the main process and back: each call with the shape of its input, and each event. */
import * as v from 'valibot';
import type { ErrorCode, Issue } from '../main/errors.ts';
import type { AuthKind, Environment, Profile, SecretKind, SystemId } from '../main/profiles/profile.ts';
import type { SnippetKind } from '../main/snippets/snippet.ts';
import type { Happening } from '../main/storage/history-records.ts';
import type { VaultMode } from '../main/storage/storage.ts';
import type { SystemDescription } from '../main/systems/registry.ts';
import type { SystemLink } from '../main/systems/system.ts';
import type { ActivityState, Appearance, TokenState } from '../main/tokens/state.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const words = v.pipe(v.string(), v.maxLength(65_536));
const address = v.pipe(v.string(), v.maxLength(16_384));
const oneProfile = v.strictObject({ id });
/** What is still being typed: any JSON object; `profiles.validate` says what is wrong with it. */
const draft = v.record(v.string(), v.unknown());
const secrets = v.strictObject({
  clientSecret: v.optional(words),
  /** As text where what was entered is no JSON object: main says what it is instead. */
  privateKeyJwk: v.optional(v.union([v.record(v.string(), v.unknown()), words])),
  apiKey: v.optional(words),
  apiSecret: v.optional(words),
  refreshToken: v.optional(words),
});
const draftEntries = {
  /** Of the profile that is edited; absent for a new one. */
  id: v.optional(id),
  draft,
  /** Those that were typed now; absent ones stay as they are stored. */
  secrets: v.optional(secrets),
};

/** The shape of each call's one argument. Main checks it; what does not fit is answered with `internal.bad_request`. */
export const inputs = {
  'app.state': v.undefined(),
  'app.startDemo': v.undefined(),
  'app.openLink': v.strictObject({ link: v.picklist(['help', 'releases', 'security']) }),
  'app.quit': v.undefined(),
  /** Said by the preload script alone: the browser sees first that a network came or went. */
  'app.networkChanged': v.undefined(),
  'profiles.detail': oneProfile,
  /** What happened to a profile, newest first; `before`: only what is older than the item with this id. */
  'profiles.history': v.strictObject({ id, before: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))) }),
  'profiles.reveal': oneProfile,
  'profiles.copy': v.strictObject({
    id,
    as: v.pipe(v.string(), v.maxLength(32)),
    /** True after the person was told that the token is somebody else's and wants it all the same. */
    confirmed: v.optional(v.boolean()),
    /** True puts the token itself into a snippet, in place of the command that fetches it. */
    literal: v.optional(v.boolean()),
  }),
  'profiles.refresh': oneProfile,
  'profiles.makeDefault': oneProfile,
  'profiles.remove': oneProfile,
  'profiles.restore': oneProfile,
  'profiles.validate': v.strictObject(draftEntries),
  'profiles.test': v.strictObject(draftEntries),
  'profiles.save': v.strictObject({
    ...draftEntries,
    /** True stores an edit without trying it; otherwise what would change the token request is tried with a real one first. */
    untested: v.optional(v.boolean()),
  }),
  /** Fills what the server says of itself into a draft, and stores nothing. */
  'profiles.discover': v.strictObject({ draft }),
  /** A file of a vendor's that holds what a profile needs, as JSON; null: it is none that is known. */
  'profiles.readCredentials': v.strictObject({ document: v.record(v.string(), v.unknown()) }),
  'profiles.signOut': oneProfile,
  /** Tries the token with a cheap read request, or checks this address with it. */
  'profiles.probe': v.strictObject({ id, url: v.optional(address) }),
  'profiles.openLink': v.strictObject({
    id,
    link: v.picklist(['credentials', 'clients', 'sign-out', 'session', 'documentation'] satisfies SystemLink['id'][]),
  }),
  /** Begins a sign-in, or goes on with the one that is under way. Opens no browser. */
  'signIns.start': oneProfile,
  /** The same, and opens its page in the browser: only for a button that says so. */
  'signIns.open': oneProfile,
  /** The same, and puts the address of its page on the clipboard, for another browser. */
  'signIns.copyLink': oneProfile,
  /** The code of a device sign-in. */
  'signIns.copyCode': oneProfile,
  /** Every profile that needs it, one after another: the next page opens when the sign-in before has ended. */
  'signIns.openAll': v.undefined(),
  'signIns.stopAll': v.undefined(),
  /** The address that the browser was sent to, from its address bar. */
  'signIns.paste': v.strictObject({ id, url: address }),
  /** Takes the session of another user than the profile expects. */
  'signIns.accept': oneProfile,
  'signIns.cancel': oneProfile,
  'systems.describe': v.undefined(),
  'settings.list': v.undefined(),
  'settings.set': v.strictObject({
    key: v.pipe(v.string(), v.maxLength(64)),
    /** Null goes back to the default. */
    value: v.nullable(v.pipe(v.string(), v.maxLength(4_096))),
  }),
  'vault.unlock': v.strictObject({ passphrase: v.optional(words) }),
  'vault.changeMode': v.strictObject({
    mode: v.picklist(['os', 'passphrase', 'memory']),
    passphrase: v.optional(words),
  }),
} as const;

export type CallName = keyof typeof inputs;
export type CallInput<Name extends CallName> = v.InferOutput<(typeof inputs)[Name]>;

/** What each call answers when it succeeds. Instants are wall-clock milliseconds. */
export interface CallOutputs {
  'app.state': AppState;
  'app.startDemo': null;
  'app.openLink': null;
  'app.quit': null;
  'app.networkChanged': null;
  'profiles.detail': ProfileDetail;
  'profiles.history': HistoryPage;
  /** The one call that hands a token over; the person holds a button meanwhile. */
  'profiles.reveal': { readonly token: string };
  'profiles.copy': CopyReply;
  'profiles.refresh': null;
  'profiles.makeDefault': null;
  /**
   * `isSignedOut`: the server was told that the session is over, and an undo does not bring it back. `warning`: why it
   * could not be told, as a sentence.
   */
  'profiles.remove': { readonly undoUntilMs: number; readonly isSignedOut: boolean; readonly warning: string | null };
  'profiles.restore': null;
  /** Empty: it could be saved. Paths are those of the profile file, or `secrets.<kind>`. */
  'profiles.validate': { readonly issues: readonly Issue[] };
  'profiles.test': TestReply;
  'profiles.save': { readonly id: string; readonly warnings: readonly string[] };
  'profiles.discover': DiscoverReply;
  /** `secrets`: in which members of the document the secrets stand, which are not sent back. */
  'profiles.readCredentials': {
    readonly draft: Readonly<Record<string, unknown>>;
    readonly secrets: Readonly<Partial<Record<SecretKind, string>>>;
  } | null;
  /** `warning`: why the server could not be told, as a sentence. */
  'profiles.signOut': { readonly isServerTold: boolean; readonly warning: string | null };
  'profiles.probe': ProbeReply;
  'profiles.openLink': null;
  'signIns.start': null;
  'signIns.open': null;
  'signIns.copyLink': null;
  'signIns.copyCode': null;
  'signIns.openAll': null;
  'signIns.stopAll': null;
  'signIns.paste': null;
  'signIns.accept': null;
  'signIns.cancel': null;
  'systems.describe': readonly SystemDescription[];
  'settings.list': SettingsView;
  'settings.set': SettingsView;
  'vault.unlock': null;
  'vault.changeMode': null;
}

/** Events from main, each with its one payload. */
export interface Events {
  'app.changed': AppHeader;
  'profiles.changed': ProfilesChange;
  /** Something was added to the history of these profiles; a page that shows one asks for it anew. */
  'profiles.historyGrew': { readonly ids: readonly string[] };
  'app.navigate': Destination;
  'app.toast': Toast;
}
export type EventName = keyof Events;
export const eventNames = [
  'app.changed',
  'profiles.changed',
  'profiles.historyGrew',
  'app.navigate',
  'app.toast',
] as const satisfies readonly EventName[];

/** A failure in words. Never holds a secret or a token. */
export interface Failure {
  readonly code: ErrorCode;
  /** One sentence: what happened. */
  readonly what: string;
  /** One sentence: what to do. */
  readonly next: string;
  readonly issues?: readonly Issue[];
}

export type CallResult<Name extends CallName> =
  | { readonly ok: true; readonly value: CallOutputs[Name] }
  | { readonly ok: false; readonly failure: Failure };

/** What the preload exposes as `window.tokentray`. */
export interface Bridge {
  /** Never rejects. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<Name>>;
  /** Returns the function that ends the listening. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
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
  /** Why secrets are out of reach; null when they are not. */
  readonly lock: VaultLock | null;
  /** The profiles that need it are being signed in to, one after another. */
  readonly isSigningInToAll: boolean;
  /** Another process (`tokentray agent`) keeps the tokens fresh, until it ends; null when this one does. */
  readonly otherAgent: Failure | null;
  /** One for each profile whose stored definition cannot be read; such a profile is not in the list. */
  readonly damagedProfiles: readonly Failure[];
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
  readonly isDefault: boolean;
  readonly token: TokenState;
  readonly activity: ActivityState;
  readonly appearance: Appearance;
  readonly obtainedAtMs: number | null;
  readonly expiresAtMs: number | null;
  readonly nextRefreshAtMs: number | null;
  /** Who the token is for, as far as it says. */
  readonly identity: IdentityView | null;
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
  } | null;
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

export type DiscoverReply =
  /** `draft` has what was found; `notes` say it in sentences. */
  | {
      readonly outcome: 'found';
      readonly draft: Readonly<Record<string, unknown>>;
      readonly notes: readonly string[];
    }
  /** The metadata names another issuer: both as they are written, letter by letter (RFC 8414 section 3.3). */
  | {
      readonly outcome: 'issuer-mismatch';
      readonly expected: string;
      readonly actual: string;
      /** Where the metadata are, for whoever takes the issuer that they name. */
      readonly info: string;
    };

export interface ProbeReply {
  /** `bad`: the token does not do; `warning`: it may, and something should be known. */
  readonly verdict: 'good' | 'warning' | 'bad';
  /** What was found, and what to do: one sentence or more each. */
  readonly what: string;
  readonly next: string;
  /** `unknown`: it could not be found out, or is no fault. */
  readonly checks: readonly { readonly verdict: 'good' | 'bad' | 'unknown'; readonly text: string }[];
  /** The day on which the credential ends, where the server tells one that the profile does not say (YYYY-MM-DD). */
  readonly credentialExpires: string | null;
}

export type CopyReply =
  | {
      readonly outcome: 'copied';
      readonly remainingMs: number | null;
      /** True: it lives shorter than the guaranteed minute, and a newer one could not be had. */
      readonly belowMinimum: boolean;
      /** When it is taken off the clipboard again; null when never. */
      readonly clearsAtMs: number | null;
    }
  | {
      /** Nothing was copied: the token is not that of the expected user or org. Ask, then call with `confirmed`. */
      readonly outcome: 'unexpected-identity';
      readonly expected: IdentityView;
      readonly actual: IdentityView;
    };

export interface TestReply {
  readonly expiresAtMs: number | null;
  readonly identity: IdentityView | null;
  readonly scope: string | null;
  readonly warnings: readonly string[];
}

export interface SettingsView {
  readonly items: readonly SettingItem[];
  /** Null until the first secret is stored. */
  readonly vaultMode: VaultMode | null;
  readonly dataFolder: string;
}

export interface SettingItem {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly kind: 'text' | 'switch' | 'choice' | 'seconds';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** The text form; a switch has `on` and `off`. */
  readonly value: string;
  readonly isDefault: boolean;
}

export type Destination =
  | { readonly view: 'list' }
  | { readonly view: 'settings' }
  | { readonly view: 'add' }
  | { readonly view: 'profile'; readonly id: string };

export interface Toast {
  readonly kind: 'done' | 'warning' | 'failed';
  readonly text: string;
  readonly detail?: string;
}

/** The one channel of all calls, and the prefix of the events' channels. */
export const callChannel = 'tokentray:call';
export const eventChannel = (name: EventName): string => `tokentray:event:${name}`;
