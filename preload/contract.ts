/** Everything that crosses from the window to the main process and back: each call with the shape of its input, and each event. */
import * as v from 'valibot';
import type { ErrorCode, Issue } from '../main/errors.ts';
import type { AuthKind, Environment, Profile, SecretKind, SystemId } from '../main/profiles/profile.ts';
import type { SnippetKind } from '../main/snippets/snippet.ts';
import type { VaultMode } from '../main/storage/storage.ts';
import type { SystemDescription } from '../main/systems/registry.ts';
import type { ActivityState, Appearance, TokenState } from '../main/tokens/state.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const words = v.pipe(v.string(), v.maxLength(65_536));
const oneProfile = v.strictObject({ id });
/** What is still being typed: any JSON object; `profiles.validate` says what is wrong with it. */
const draft = v.record(v.string(), v.unknown());
const secrets = v.strictObject({
  clientSecret: v.optional(words),
  privateKeyJwk: v.optional(v.record(v.string(), v.unknown())),
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
  /** The one call that hands a token over; the person holds a button meanwhile. */
  'profiles.reveal': { readonly token: string };
  'profiles.copy': CopyReply;
  'profiles.refresh': null;
  'profiles.makeDefault': null;
  'profiles.remove': { readonly undoUntilMs: number };
  'profiles.restore': null;
  /** Empty: it could be saved. Paths are those of the profile file, or `secrets.<kind>`. */
  'profiles.validate': { readonly issues: readonly Issue[] };
  'profiles.test': TestReply;
  'profiles.save': { readonly id: string; readonly warnings: readonly string[] };
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
  'app.navigate': Destination;
  'app.toast': Toast;
}
export type EventName = keyof Events;
export const eventNames = [
  'app.changed',
  'profiles.changed',
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
  readonly identity: { readonly user?: string; readonly org?: string } | null;
  /** What should be known about who the token is for, as sentences: nobody, or another than the profile expects. */
  readonly note: string | null;
  readonly failure: Failure | null;
}

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
      readonly expected: { readonly user?: string; readonly org?: string };
      readonly actual: { readonly user?: string; readonly org?: string };
    };

export interface TestReply {
  readonly expiresAtMs: number | null;
  readonly identity: { readonly user?: string; readonly org?: string } | null;
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
