/** The vault's one row in the database. */
import { TokentrayError } from '../errors.ts';
import { backupFact } from './backups.ts';
import type { Database } from './database.ts';
import type { VaultRow, VaultRowStore } from './vault-row.ts';

export function createVaultRowStore(database: Database): VaultRowStore {
  const read = (): VaultRow | undefined => {
    const row = database.get(
      `SELECT vault_id AS vaultId, mode, kdf, wrapped_key AS wrappedKey, check_value AS checkValue
       FROM vault WHERE id = 1`,
    ) as VaultRow | undefined;
    return row === undefined ? undefined : { ...row };
  };
  function loss(): TokentrayError | undefined {
    if (read() !== undefined) return undefined;
    const owners = database.all(
      `SELECT name FROM profiles WHERE id IN (SELECT profile_id FROM secrets UNION SELECT profile_id FROM tokens)
       ORDER BY name`,
    ) as readonly { readonly name: string }[];
    if (owners.length === 0) return undefined;
    const { path } = database;
    const detail = listed(owners.map(({ name }) => name));
    return new TokentrayError('storage.vault_missing', { data: { path, ...backupFact(path), detail } });
  }

  return {
    read,
    loss,
    insertIfAbsent: (row) =>
      database.write(() => {
        const stored = read();
        if (stored !== undefined) return stored;
        const lost = loss();
        if (lost !== undefined) throw lost;
        database.run(
          'INSERT INTO vault (id, vault_id, mode, kdf, wrapped_key, check_value) VALUES (1, ?, ?, ?, ?, ?)',
          ...columns(row),
        );
        return row;
      }),
    replace: (expected, next) =>
      database.write(() => {
        const changed = database.run(
          `UPDATE vault SET vault_id = ?, mode = ?, kdf = ?, wrapped_key = ?, check_value = ?
           WHERE vault_id = ? AND mode = ? AND kdf IS ? AND wrapped_key = ? AND check_value = ?`,
          ...columns(next),
          ...columns(expected),
        );
        return changed === 1;
      }),
  };
}

/** So many names are told; a message about hundreds would not be read. */
const namesTold = 5;

function listed(names: readonly string[]): string {
  const more = names.length - namesTold;
  return names.slice(0, namesTold).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function columns(row: VaultRow) {
  return [row.vaultId, row.mode, row.kdf, row.wrappedKey, row.checkValue] as const;
}
