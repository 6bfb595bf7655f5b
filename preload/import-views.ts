/** What documents of other tools hold, as the window sees it: never a secret, only which kinds of them come along. */
import type { Issue } from '../main/errors.ts';
import type { AuthKind, Environment, SecretKind, SystemId } from '../main/profiles/profile.ts';

/** What a form can be filled from, in text that was pasted or dropped into it. */
export type PastedReply =
  | {
      readonly outcome: 'draft';
      /** What kind of document it is, such as `curl command`. */
      readonly source: string;
      /** Members of the profile file. */
      readonly draft: Readonly<Record<string, unknown>>;
      /** True: the draft holds only what the document tells, and goes over what was entered; else it takes its place. */
      readonly isPart: boolean;
      /** Kinds that came along. They stay in main. */
      readonly secrets: readonly SecretKind[];
      /**
       * Under this the secrets are kept until the profile is saved, for half an hour at most: give it as `pasted` with the draft.
       * What is typed into a field goes before it. Null where none came along.
       */
      readonly pasted: string | null;
      /** What should be known, as sentences. */
      readonly notes: readonly string[];
    }
  | {
      /** A form takes one profile: the import takes them all, under this id. */
      readonly outcome: 'several';
      readonly source: string;
      /** Null: it is encrypted, and nobody knows yet. */
      readonly count: number | null;
      readonly importId: string;
    }
  /** It is of a known kind, and nothing in it can be used; why, as sentences. */
  | { readonly outcome: 'nothing'; readonly source: string; readonly problems: readonly string[] };

/** A document that somebody is about to import; main keeps it, with its secrets, under `id`. */
export interface ImportView {
  readonly id: string;
  /** What kind of document it is, such as `SailPoint CLI configuration`. */
  readonly source: string;
  /** Null for what was pasted. */
  readonly fileName: string | null;
  /** True: nothing more is known before its passphrase is given. */
  readonly isLocked: boolean;
  readonly items: readonly ImportItemView[];
  /** What stands in it and cannot be used, as sentences. */
  readonly problems: readonly string[];
}

export interface ImportItemView {
  /** In the order of the document. */
  readonly index: number;
  /** Under which it would be stored. */
  readonly name: string;
  /** What the document calls it. */
  readonly originalName: string;
  readonly label: string | null;
  readonly system: SystemId | null;
  readonly systemLabel: string;
  readonly auth: AuthKind | null;
  readonly environment: Environment | null;
  /** The host that its secrets go to, or what else tells where it belongs. */
  readonly place: string | null;
  readonly action: ImportAction;
  /** A stored profile has the name that the document gives it. */
  readonly isTaken: boolean;
  /** A name that is free, where that one is taken. */
  readonly suggestedName: string | null;
  /** Kinds that come along. */
  readonly secrets: readonly SecretKind[];
  /** Kinds that have to be entered afterwards. */
  readonly missing: readonly SecretKind[];
  readonly needsSignIn: boolean;
  /** What should be known, as sentences. */
  readonly notes: readonly string[];
  /** What keeps it from being imported. */
  readonly issues: readonly ImportIssue[];
  /** What the document leaves open, or has wrong, and a line of text can say. */
  readonly fields: readonly ImportField[];
}

export interface ImportIssue extends Issue {
  /** Of the field, in words; empty where it is about the whole. */
  readonly label: string;
}

export type ImportAction = 'add' | 'replace' | 'skip';

export interface ImportField {
  /** Dotted path in the profile file. */
  readonly path: string;
  readonly label: string;
  readonly help: string;
  readonly example?: string;
}

export interface ImportReply {
  readonly results: readonly ImportResult[];
  /** Until then `imports.undo` takes it back, wall-clock ms. */
  readonly undoUntilMs: number;
}

export interface ImportResult {
  /** Of the stored profile. */
  readonly id: string;
  readonly name: string;
  readonly outcome: 'added' | 'replaced';
  /** Kinds that have to be entered. */
  readonly missing: readonly SecretKind[];
  readonly needsSignIn: boolean;
}

export type ExportReply =
  | { readonly outcome: 'cancelled' }
  | {
      readonly outcome: 'saved';
      readonly path: string;
      readonly count: number;
      /** Names of profiles that are damaged and could not be exported. */
      readonly leftOut: readonly string[];
      /** True where a profile among them has a sign-in, which stays on this machine. */
      readonly hasSessions: boolean;
    };
