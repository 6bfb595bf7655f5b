/**
 * The fourth schema: the history of each profile. It is read when a person looks at it, so that `changes` tells nobody of
 * its rows.
 */

/**
 * `data` is JSON without a secret. `times` counts failures that were the same, the first at `first_at_ms`. Ids are never
 * given anew: rows of a removed profile may come back.
 */
export const schemaV4 = `CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id TEXT NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  data TEXT NOT NULL,
  first_at_ms REAL NOT NULL,
  at_ms REAL NOT NULL,
  times INTEGER NOT NULL
) STRICT;
CREATE INDEX history_of_profile ON history (profile_id);`;
