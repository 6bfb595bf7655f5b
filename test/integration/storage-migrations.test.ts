/** From one schema to the next: in a transaction, after a backup, once. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { migrations } from '../../main/storage/migrations.ts';
import type { Migration } from '../../main/storage/migrations.ts';
import { openDatabase } from '../../main/storage/open-database.ts';
import { databaseOf, Workplace } from '../fixtures/disk-storage.ts';

const twoMore: readonly Migration[] = [
  ...migrations,
  { version: 2, minReader: 1, sql: "ALTER TABLE settings ADD COLUMN note TEXT; UPDATE settings SET note = 'second'" },
  { version: 3, minReader: 3, sql: 'CREATE TABLE history (id INTEGER PRIMARY KEY) STRICT' },
];

let place: Workplace;
beforeEach(async () => {
  place = new Workplace();
  const storage = place.storage();
  await storage.settings.set('proxy', 'none');
  storage.close();
});
afterEach(() => place.clean());

const open = (steps: readonly Migration[], path = databaseOf(place.home)) =>
  place.closing(openDatabase({ path, clock: systemClock, busyTimeoutMs: 5_000, migrations: steps }));

const versions = (path = databaseOf(place.home)) => {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('SELECT key, value FROM meta ORDER BY key').all();
  database.close();
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
};

describe('a migration', () => {
  it('takes a database through every step that it lacks', () => {
    const database = open(twoMore);
    expect(database.all('SELECT key, note FROM settings')).toMatchObject([{ key: 'proxy', note: 'second' }]);
    expect(database.all('SELECT * FROM history')).toEqual([]);
  });

  it('notes the new version, and the oldest program that may still read it', () => {
    open(twoMore);
    expect(versions()).toEqual({ schemaVersion: 3, minReader: 3 });
  });

  it('leaves a backup of each version that was there before', () => {
    open(twoMore);
    expect(versions(`${databaseOf(place.home)}.backup-1`)).toEqual({ schemaVersion: 1, minReader: 1 });
    expect(versions(`${databaseOf(place.home)}.backup-2`)).toEqual({ schemaVersion: 2, minReader: 1 });
  });

  it('leaves backups that only their owner may read', () => {
    open(twoMore);
    expect((statSync(`${databaseOf(place.home)}.backup-1`).mode & 0o777).toString(8)).toBe('600');
  });

  it('leaves a backup that is a working database', () => {
    open(twoMore);
    const backup = open(migrations, `${databaseOf(place.home)}.backup-1`);
    expect(backup.get('SELECT value FROM settings')).toMatchObject({ value: '"none"' });
  });

  it('leaves no backup of a database that was new', () => {
    const path = `${place.root}/new.db`;
    open(twoMore, path);
    expect(existsSync(`${path}.backup-1`)).toBe(false);
  });

  it('leaves no backup when there was nothing to do', () => {
    open(migrations);
    expect(readdirSync(place.home).filter((file) => file.includes('backup'))).toEqual([]);
  });

  it('replaces what an interrupted backup left', () => {
    const unfinished = `${databaseOf(place.home)}.backup-1.part`;
    const copy = new DatabaseSync(databaseOf(place.home));
    copy.exec(`VACUUM INTO '${unfinished}'`);
    copy.close();
    open(twoMore);
    expect(existsSync(unfinished)).toBe(false);
    expect(versions(`${databaseOf(place.home)}.backup-1`)).toEqual({ schemaVersion: 1, minReader: 1 });
  });

  it('that fails changes nothing', () => {
    const failing = [...migrations, { version: 2, minReader: 2, sql: 'DELETE FROM settings; INSERT INTO nowhere' }];
    expect(() => open(failing)).toThrow(expect.objectContaining({ code: 'internal.unexpected' }));
    expect(versions()).toEqual({ schemaVersion: 1, minReader: 1 });
    expect(open(migrations).all('SELECT key FROM settings')).toHaveLength(1);
  });

  it('is not made twice by two who saw the old version', () => {
    const counting: readonly Migration[] = [
      ...migrations,
      { version: 2, minReader: 1, sql: "INSERT INTO settings (key, value) VALUES ('made', '1')" },
    ];
    open(counting);
    expect(() => open(counting)).not.toThrow();
  });

  it('leaves a program that is too old outside', () => {
    open(twoMore).close();
    const before = readFileSync(databaseOf(place.home));
    expect(() => open(migrations)).toThrow(expect.objectContaining({ code: 'storage.database_newer' }));
    expect(readFileSync(databaseOf(place.home)).equals(before)).toBe(true);
  });
});

describe('the list of migrations', () => {
  it('counts from one without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });
});
