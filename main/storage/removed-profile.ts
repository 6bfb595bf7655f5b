/** A profile taken out of the database as it lies there, sealed, and put back row for row: neither needs the vault's key. */
import type { SQLInputValue } from 'node:sqlite';
import { TokentrayError } from '../errors.ts';
import type { Database } from './database.ts';
import type { RemovedProfile } from './storage.ts';

/** What belongs to a profile, in the order in which the rows can be put back. A lease is not kept. */
const places = [
  { table: 'profiles', key: 'id' },
  { table: 'secrets', key: 'profile_id' },
  { table: 'tokens', key: 'profile_id' },
  { table: 'sessions', key: 'profile_id' },
  { table: 'activity', key: 'profile_id' },
  { table: 'history', key: 'profile_id' },
] as const;

/** Undefined when there is no such profile. Only inside `Database.write`. */
export function takeOutRows(database: Database, id: string): RemovedProfile | undefined {
  const removed = copyRows(database, id);
  if (removed !== undefined) deleteRows(database, id);
  return removed;
}

/** The same, and leaves it where it is. Only inside `Database.write`. */
export function copyRows(database: Database, id: string): RemovedProfile | undefined {
  const rows = places.flatMap(({ table, key }) => {
    const found = database.all(`SELECT * FROM ${table} WHERE ${key} = ?`, id) as readonly Readonly<
      Record<string, SQLInputValue>
    >[];
    return found.map((columns) => ({ table, columns: { ...columns } }));
  });
  const name = rows[0]?.columns['name'];
  return typeof name === 'string' ? { id, name, rows } : undefined;
}

/** Only inside `Database.write`. */
export function deleteRows(database: Database, id: string): void {
  // The lease first, while its trigger still finds the profile; everything else goes with the profile.
  database.run('DELETE FROM leases WHERE subject = ?', id);
  database.run('DELETE FROM profiles WHERE id = ?', id);
}

/** Throws `config.profile_exists` when the name was given away meanwhile. Only inside `Database.write`. */
export function putBackRows(database: Database, { id, name, rows }: RemovedProfile): void {
  if (database.get('SELECT 1 FROM profiles WHERE name = ? OR id = ?', name, id) !== undefined) {
    throw new TokentrayError('config.profile_exists', { data: { profile: name } });
  }
  for (const { table, columns } of rows) {
    const names = Object.keys(columns);
    database.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(columns),
    );
  }
}
