/** The third schema: sessions, each a refresh token sealed, with the facts that must be known while the vault is locked. */

const triggers = (['INSERT', 'UPDATE', 'DELETE'] as const).map((event) => {
  const row = event === 'DELETE' ? 'OLD' : 'NEW';
  return `CREATE TRIGGER sessions_${event.toLowerCase()} AFTER ${event} ON sessions BEGIN
  INSERT INTO changes (profile_id, what) VALUES (${row}.profile_id, 'sessions');
END;`;
});

/** `generation` is another random text after each write: who replaces a refresh token must know the one it came from. */
export const schemaV3 = [
  `CREATE TABLE sessions (
  profile_id TEXT PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  bound_origin TEXT NOT NULL,
  sealed BLOB NOT NULL,
  obtained_at_ms REAL NOT NULL,
  ends_at_ms REAL,
  generation TEXT NOT NULL
) STRICT;`,
  ...triggers,
].join('\n');
