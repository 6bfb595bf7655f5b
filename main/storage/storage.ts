/** What storage offers the rest of the application. Reads are synchronous; writes wait for the database's turn. */
import type { SQLInputValue } from 'node:sqlite';
import type { Issue } from '../errors.ts';
import type { Profile, Secrets, StoredProfile } from '../profiles/profile.ts';
import type { Happening, HistoryEvent, HistoryRow } from './history-records.ts';
import type { ActivityRecord, LeaseRecord, SessionFacts, SessionRecord, TokenFacts, TokenRecord } from './records.ts';

/** Where the wrapping key of the vault lives. */
export const vaultModes = ['os', 'passphrase', 'memory'] as const;
export type VaultMode = (typeof vaultModes)[number];

/** Secrets together with the only origin (scheme, host, port) that they may be sent to. */
export interface BoundSecrets {
  readonly values: Secrets;
  readonly origin: string;
}

/** A token together with the origin of the endpoint that issued it. */
export interface IssuedToken {
  readonly record: TokenRecord;
  readonly origin: string;
}

/** A refresh token together with the only origin that it may be sent to. */
export interface IssuedSession {
  readonly record: SessionRecord;
  readonly origin: string;
}

/** A session as it lies in the database. */
export interface StoredSession extends SessionRecord {
  readonly origin: string;
  /** Another one after each write; see `SessionStore.replace`. */
  readonly generation: string;
}

/** A profile whose stored definition cannot be read; everything else about it is there. Nothing is requested for it. */
export interface DamagedProfile extends Omit<StoredProfile, 'profile'> {
  readonly name: string;
  /** Always absent: tells it from a `StoredProfile`. */
  readonly profile?: undefined;
  /** What is wrong with the definition. */
  readonly issues: readonly Issue[];
}

/** A profile that was taken out, with its secrets and token still sealed. */
export interface RemovedProfile {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly {
    readonly table: string;
    readonly columns: Readonly<Record<string, SQLInputValue>>;
  }[];
}

/** A profile as it was before another definition took its place. */
export interface ReplacedProfile extends RemovedProfile {
  /** Tables whose rows stayed: a refresh token there may have been used since, and replaced. */
  readonly untouched: readonly string[];
}

/** One of several profiles that are stored together. */
export interface ManyEntry {
  readonly profile: Profile;
  /** Absent: those that are stored stay. */
  readonly secrets?: BoundSecrets;
  /** Null deletes the token that is there. */
  readonly token?: null;
  /** Null deletes the session that is there. */
  readonly session?: IssuedSession | null;
  /** Takes the place of that profile, as it was known to the caller; absent: a new one. */
  readonly replaces?: Pick<StoredProfile, 'id' | 'revision'>;
}

export interface ManyStored {
  /** In the order of the entries. */
  readonly profiles: readonly StoredProfile[];
  /** What was replaced, sealed as it was. */
  readonly before: readonly ReplacedProfile[];
}

/** What one commit changed. */
export interface StorageChange {
  /** Ids of the profiles whose row, secrets, token, activity or lease changed; `all` when too much changed to tell. */
  readonly profileIds: ReadonlySet<string> | 'all';
  readonly settings: boolean;
}

export interface Vault {
  /** Undefined until the first secret is stored. */
  mode(): VaultMode | undefined;
  /** True when the data key is in this process's memory. */
  isUnlocked(): boolean;
  /** Loads the data key; creates the vault when there is none. Rejects with `storage.*`. */
  unlock(): Promise<void>;
  /** Wraps the data key anew under another mode or passphrase: one row changes, no record is sealed again. */
  rewrap(mode: VaultMode, passphrase?: string): Promise<void>;
}

/** `list`, `get` and `find` know only profiles that can be read; the others are in `damaged`. */
export interface ProfileStore {
  /** By name. */
  list(): readonly StoredProfile[];
  get(id: string): StoredProfile | undefined;
  find(name: string): StoredProfile | undefined;
  /** By name. They can be removed, or given another definition by `update`. */
  damaged(): readonly DamagedProfile[];
  /** All or none. Rejects with `config.profile_exists`. */
  insert(
    entries: readonly { profile: Profile; secrets?: BoundSecrets; token?: IssuedToken; session?: IssuedSession }[],
  ): Promise<readonly StoredProfile[]>;
  /**
   * Changes the definition, the secrets and the token in one commit, raises the revision and clears the activity, unless the
   * change is one that no request depends on (`keepsActivity`).
   * What is absent stays; null deletes the token or the session. Profiles that are linked to a renamed one follow it.
   * Rejects with `config.profile_not_found`,
   * `config.profile_exists`, `storage.profile_damaged` when it is and no `profile` is given, or `storage.database_busy`
   * when the revision is no longer `expectedRevision`.
   */
  update(
    id: string,
    expectedRevision: number,
    change: {
      profile?: Profile;
      secrets?: BoundSecrets;
      token?: IssuedToken | null;
      session?: IssuedSession | null;
      keepsActivity?: true;
    },
  ): Promise<StoredProfile>;
  /** Deletes profile, secrets, token, activity and lease. */
  remove(id: string): Promise<void>;
  /** The same, but hands over what was deleted, sealed as it was; undefined when there is no such profile. */
  takeOut(id: string): Promise<RemovedProfile | undefined>;
  /** Undoes `takeOut`: id, revision, secrets and token are as before. Rejects with `config.profile_exists`. */
  putBack(removed: RemovedProfile): Promise<void>;
  /**
   * Adds and replaces profiles in one commit, all or none. Rejects like `insert`, and with `storage.database_busy` when one that
   * is to be replaced has changed.
   */
  storeMany(entries: readonly ManyEntry[]): Promise<ManyStored>;
  /**
   * Undoes `storeMany` in one commit: what was added goes, what was replaced is as before, with the newest token and session
   * where it had left them alone. Those that were changed since stay;
   * their names are answered.
   */
  undoMany(stored: ManyStored): Promise<readonly string[]>;
  /** Origin that the stored secrets are bound to, without unsealing them. */
  secretsOrigin(id: string): string | undefined;
  /** Unseals; unlocks the vault if needed. */
  secrets(id: string): Promise<BoundSecrets | undefined>;
}

export interface TokenStore {
  facts(id: string): TokenFacts | undefined;
  activity(id: string): ActivityRecord | undefined;
  /** Unseals; unlocks the vault if needed. */
  read(id: string): Promise<TokenRecord | undefined>;
}

/** Refresh tokens, which may be used once: each replaces the one it came from. */
export interface SessionStore {
  facts(id: string): SessionFacts | undefined;
  /** Unseals; unlocks the vault if needed. */
  read(id: string): Promise<StoredSession | undefined>;
  /** False, and nothing stored, when the session is no longer the one of that generation. */
  replace(id: string, expectedGeneration: string, session: IssuedSession): Promise<boolean>;
  end(id: string): Promise<void>;
}

/** Proof that this process may act for a subject; see `LeaseStore`. */
export interface Lease {
  readonly subject: string;
  readonly nonce: string;
}

/** Single flight across processes. A subject is a profile id, or `agent` for being the agent of this data folder. */
export interface LeaseStore {
  /** Takes the lease when it is free or its holder is not alive; otherwise tells who holds it. */
  acquire(subject: string, lifetimeMs: number): Promise<Lease | { readonly holder: LeaseRecord }>;
  /** Undefined when nobody holds it or its time has run out. The process may be gone; see `isAlive`. */
  holder(subject: string): LeaseRecord | undefined;
  /**
   * True when the holder has not given the lease back, its process still runs (same pid and start time), and its time has not
   * run out for as long as it takes to renew it after a sleep (`ownersGraceMs` of asking).
   */
  isAlive(holder: LeaseRecord): Promise<boolean>;
  /** Gives it its whole time again, though it may have run out; false when somebody else took it over. */
  renew(lease: Lease, lifetimeMs: number): Promise<boolean>;
  /** Stores the outcome and frees the lease in one commit; false, and nothing stored, when the lease or revision is no longer ours. */
  commit(
    lease: Lease,
    expectedRevision: number,
    outcome: { token?: IssuedToken; activity: ActivityRecord | null },
  ): Promise<boolean>;
  release(lease: Lease): Promise<void>;
}

export interface SettingStore {
  get(key: string): unknown;
  /** Undefined deletes. Values are JSON. */
  set(key: string, value: unknown): Promise<void>;
}

/** What happened to each profile; it goes with the profile, and comes back with it. */
export interface HistoryStore {
  /**
   * Takes note of it, to be written in a moment together with what else happens. Never throws and never waits: what cannot be
   * written may be lost. A script is noted once in a minute, the same failure again is counted.
   */
  append(profileId: string, event: HistoryEvent): void;
  /** Newest first; `before`: older than the row with this id; `limit`: default 50; `what`: default all. Throws `storage.*`. */
  list(
    profileId: string,
    page?: {
      readonly before?: number | undefined;
      readonly limit?: number;
      readonly what?: readonly Happening[] | undefined;
    },
  ): readonly HistoryRow[];
  /** When the token of each profile was last copied or given to a script, wall-clock ms. Throws `storage.*`. */
  lastUses(): ReadonlyMap<string, number>;
  /** Writes what waits now, if that can be done at once. Never throws. */
  flush(): void;
  /** Calls back after rows of this process were written. Returns the unsubscribe function. `listener` must not throw. */
  onAppend(listener: (profileIds: ReadonlySet<string>) => void): () => void;
}

export interface Storage {
  /** The data folder. */
  readonly home: string;
  readonly vault: Vault;
  readonly profiles: ProfileStore;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
  readonly leases: LeaseStore;
  readonly settings: SettingStore;
  readonly history: HistoryStore;
  /**
   * Calls back after this process committed, and after another one did (noticed by watching the database files,
   * confirmed by `PRAGMA data_version`; nothing polls). Returns the unsubscribe function. A listener keeps the process alive
   * only while subscribed.
   */
  onChange(listener: (change: StorageChange) => void): () => void;
  /** Looks for commits of other processes now: for a poke from one of them, where the file watcher may be late or absent. */
  checkForChanges(): void;
  close(): void;
}
