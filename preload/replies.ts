/** What single calls of the window answer, and where events lead it. */
import type { Environment } from '../main/profiles/profile.ts';
import type { SettingFacts } from '../main/settings/setting-keys.ts';
import type { SystemLink } from '../main/systems/system.ts';
import type { VaultMode } from '../main/storage/storage.ts';
import type { Failure, IdentityView } from './views.ts';

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
    }
  | {
      /** Nothing was copied: the profile is guarded, and the person was not asked yet. Ask, then call with `confirmed`. */
      readonly outcome: 'production-guard';
      readonly environment: Environment;
    };

/** How one thing went that was done with several profiles. */
export interface ManyReply {
  readonly doneIds: readonly string[];
  readonly failed: readonly { readonly id: string; readonly failure: Failure }[];
}

/** All of them come back together, until `undoUntilMs`. */
export interface RemoveManyReply extends ManyReply {
  readonly undoUntilMs: number;
  /** Of how many the server was told that the session is over: an undo does not bring it back. */
  readonly signedOut: number;
  /** Why servers could not be told, as sentences. */
  readonly warnings: readonly string[];
}

/** A page that can be opened for what is being typed. */
export interface DraftPage {
  readonly link: SystemLink['id'];
  /** `host` or `host:port` of its address. */
  readonly host: string;
}

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
  readonly kind: SettingFacts['kind'];
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** The text form; a switch has `on` and `off`. */
  readonly value: string;
  readonly isDefault: boolean;
}

export type Destination =
  | { readonly view: 'list' }
  | { readonly view: 'settings' }
  | { readonly view: 'add' }
  /** `id`: of an import that has been opened already. */
  | { readonly view: 'import'; readonly id?: string }
  | { readonly view: 'profile'; readonly id: string }
  /** The form of a profile; `focus`: at the secret, which is to be replaced. */
  | { readonly view: 'edit'; readonly id: string; readonly focus?: 'secret' }
  | Overlay;

/** What lies above the place where the person is, and leaves them there. */
export type Overlay = { readonly view: 'shortcuts' } | { readonly view: 'switcher' };

export interface Toast {
  readonly kind: 'done' | 'warning' | 'failed';
  readonly text: string;
  readonly detail?: string;
}
