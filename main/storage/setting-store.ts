/** Settings as JSON values by key; what they mean is the business of the room `settings`. */
import type { Database } from './database.ts';
import type { SettingStore } from './storage.ts';

export function createSettingStore(database: Database): SettingStore {
  return {
    get(key) {
      const row = database.get('SELECT value FROM settings WHERE key = ?', key) as { value: string } | undefined;
      return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
    },
    set(key, value) {
      const json = value === undefined ? undefined : JSON.stringify(value);
      return database.write(() => {
        if (json === undefined) database.run('DELETE FROM settings WHERE key = ?', key);
        else {
          database.run(
            'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
            key,
            json,
          );
        }
      });
    },
  };
}
