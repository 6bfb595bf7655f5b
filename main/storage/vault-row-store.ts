/** The vault's one row in the database. */
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
  return {
    read,
    insertIfAbsent: (row) =>
      database.write(() => {
        database.run(
          `INSERT INTO vault (id, vault_id, mode, kdf, wrapped_key, check_value) VALUES (1, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO NOTHING`,
          ...columns(row),
        );
        return read() ?? row;
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

function columns(row: VaultRow) {
  return [row.vaultId, row.mode, row.kdf, row.wrappedKey, row.checkValue] as const;
}
