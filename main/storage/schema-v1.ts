/**
 * The first schema of the database, as SQL.
 *
 * Instants are REAL: they may have been counted on the monotonic clock, which has fractions of a millisecond.
 * `changes` tells other processes what a commit was about; triggers fill it, so that no writer can forget to.
 */

/** Rows kept in `changes`; a reader that fell further behind looks at everything. */
const changesKept = 1000;

const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT;

CREATE TABLE vault (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  vault_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  kdf TEXT,
  wrapped_key BLOB NOT NULL,
  check_value BLOB NOT NULL
) STRICT;

CREATE TABLE profiles (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_at_ms REAL NOT NULL,
  updated_at_ms REAL NOT NULL
) STRICT;

CREATE TABLE secrets (
  profile_id TEXT PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  bound_origin TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE tokens (
  profile_id TEXT PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  bound_origin TEXT NOT NULL,
  sealed BLOB NOT NULL,
  token_type TEXT NOT NULL,
  scope TEXT,
  obtained_at_ms REAL NOT NULL,
  expires_at_ms REAL,
  clock_offset_ms REAL
) STRICT;

CREATE TABLE activity (
  profile_id TEXT PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  failures INTEGER NOT NULL,
  last_attempt_at_ms REAL NOT NULL,
  last_error TEXT,
  retry_at_ms REAL,
  not_before_ms REAL,
  stopped INTEGER NOT NULL,
  unchanged INTEGER NOT NULL
) STRICT;

CREATE TABLE leases (
  subject TEXT PRIMARY KEY,
  owner_pid INTEGER NOT NULL,
  owner_started TEXT,
  nonce TEXT NOT NULL,
  until_ms REAL NOT NULL
) STRICT;

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE changes (seq INTEGER PRIMARY KEY AUTOINCREMENT, profile_id TEXT, what TEXT NOT NULL) STRICT;

CREATE TRIGGER changes_pruned AFTER INSERT ON changes BEGIN
  DELETE FROM changes WHERE seq <= NEW.seq - ${changesKept};
END;
`;

/** A lease may be about something else than a profile; nobody is told of that. */
const watched = [
  { table: 'profiles', profileId: (row: string) => `${row}.id`, when: () => '' },
  { table: 'secrets', profileId: (row: string) => `${row}.profile_id`, when: () => '' },
  { table: 'tokens', profileId: (row: string) => `${row}.profile_id`, when: () => '' },
  { table: 'activity', profileId: (row: string) => `${row}.profile_id`, when: () => '' },
  {
    table: 'leases',
    profileId: (row: string) => `${row}.subject`,
    when: (row: string) => `WHEN EXISTS (SELECT 1 FROM profiles WHERE id = ${row}.subject)`,
  },
  { table: 'settings', profileId: () => 'NULL', when: () => '' },
] as const;

const triggers = watched.flatMap(({ table, profileId, when }) =>
  (['INSERT', 'UPDATE', 'DELETE'] as const).map((event) => {
    const row = event === 'DELETE' ? 'OLD' : 'NEW';
    return `CREATE TRIGGER ${table}_${event.toLowerCase()} AFTER ${event} ON ${table} ${when(row)} BEGIN
  INSERT INTO changes (profile_id, what) VALUES (${profileId(row)}, '${table}');
END;`;
  }),
);

export const schemaV1 = [tables, ...triggers].join('\n');
