/** Fills the database of a command line with thousands of profiles beside the one that is asked for. */
import { DatabaseSync } from 'node:sqlite';

/** Copies of the profile `name` with secrets, token and all, which nobody opens. */
export function addCopies(databasePath: string, name: string, count: number): void {
  const database = new DatabaseSync(databasePath);
  const copyAll = (sql: string) => {
    const copy = database.prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) ${sql}`);
    copy.run(count, name);
  };
  database.exec('BEGIN');
  copyAll(
    `INSERT INTO profiles (id, name, definition, revision, created_at_ms, updated_at_ms)
     SELECT 'copy-' || i, name || '-' || i, json_set(definition, '$.name', name || '-' || i), revision,
       created_at_ms, updated_at_ms FROM profiles, n WHERE name = ?`,
  );
  for (const table of ['secrets', 'tokens']) {
    const columns = (database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[])
      .map((column) => column.name)
      .filter((column) => column !== 'profile_id')
      .join(', ');
    copyAll(
      `INSERT INTO ${table} (profile_id, ${columns}) SELECT 'copy-' || i, ${columns} FROM ${table}, n
       WHERE profile_id = (SELECT id FROM profiles WHERE name = ?)`,
    );
  }
  database.exec('COMMIT');
  database.close();
}
