/** From one schema to the next: in a transaction, after a backup, once. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { migrations } from '../../main/storage/migrations.ts';
import type { Migration } from '../../main/storage/migrations.ts';
import { openDatabase } from '../../main/storage/open-database.ts';
import { readTokenFacts } from '../../main/storage/token-rows.ts';
import { databaseOf, Workplace } from '../fixtures/disk-storage.ts';
import { slowStepCount, slowSteps } from '../fixtures/slow-migrations.ts';
import { OtherProcess } from '../fixtures/other-process.ts';

/** The newest that there is, and the oldest program that may read it. */
const { version: present, minReader } = migrations.at(-1) ?? { version: 0, minReader: 0 };
const next = present + 1;
const afterNext = present + 2;

const twoMore: readonly Migration[] = [
  ...migrations,
  { version: next, minReader, sql: "ALTER TABLE settings ADD COLUMN note TEXT; UPDATE settings SET note = 'second'" },
  { version: afterNext, minReader: afterNext, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT' },
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
    expect(database.all('SELECT * FROM later')).toEqual([]);
  });

  it('notes the new version, and the oldest program that may still read it', () => {
    open(twoMore);
    expect(versions()).toEqual({ schemaVersion: afterNext, minReader: afterNext });
  });

  it('leaves a backup of each version that was there before', () => {
    open(twoMore);
    expect(versions(`${databaseOf(place.home)}.backup-${present}`)).toEqual({ schemaVersion: present, minReader });
    expect(versions(`${databaseOf(place.home)}.backup-${next}`)).toEqual({ schemaVersion: next, minReader });
  });

  it('leaves backups that only their owner may read', () => {
    open(twoMore);
    expect((statSync(`${databaseOf(place.home)}.backup-${present}`).mode & 0o777).toString(8)).toBe('600');
  });

  it('leaves a backup that is a working database', () => {
    open(twoMore);
    const backup = open(migrations, `${databaseOf(place.home)}.backup-${present}`);
    expect(backup.get('SELECT value FROM settings')).toMatchObject({ value: '"none"' });
  });

  it('leaves no backup of a database that was new', () => {
    const path = `${place.root}/new.db`;
    open(twoMore, path);
    expect(existsSync(`${path}.backup-${present}`)).toBe(false);
  });

  it('leaves no backup when there was nothing to do', () => {
    open(migrations);
    expect(readdirSync(place.home).filter((file) => file.includes('backup'))).toEqual([]);
  });

  it('replaces what an interrupted backup left', () => {
    const unfinished = `${databaseOf(place.home)}.backup-${present}.part`;
    const copy = new DatabaseSync(databaseOf(place.home));
    copy.exec(`VACUUM INTO '${unfinished}'`);
    copy.close();
    open(twoMore);
    expect(existsSync(unfinished)).toBe(false);
    expect(versions(`${databaseOf(place.home)}.backup-${present}`)).toEqual({ schemaVersion: present, minReader });
  });

  it('that fails changes nothing', () => {
    const failing = [
      ...migrations,
      { version: next, minReader: next, sql: 'DELETE FROM settings; INSERT INTO nowhere' },
    ];
    expect(() => open(failing)).toThrow(expect.objectContaining({ code: 'internal.unexpected' }));
    expect(versions()).toEqual({ schemaVersion: present, minReader });
    expect(open(migrations).all('SELECT key FROM settings')).toHaveLength(1);
  });

  it('is not made twice by two who saw the old version', () => {
    const counting: readonly Migration[] = [
      ...migrations,
      { version: next, minReader, sql: "INSERT INTO settings (key, value) VALUES ('made', '1')" },
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

describe('a migration whose process is killed in the middle', () => {
  it('is undone or done, whole in any case, and goes on at the next start', async () => {
    const filler = new DatabaseSync(databaseOf(place.home));
    filler.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO settings (key, value) SELECT 'key-' || i, '"' || hex(randomblob(100)) || '"' FROM n`);
    filler.close();
    const found = new Set<number | undefined>();
    for (let round = 0; round < 12; round++) {
      const other = place.closing(
        new OtherProcess(place.home, new URL('../fixtures/migrating-process.ts', import.meta.url)),
      );
      await other.tell('ready');
      other.tell('migrate').catch(() => undefined);
      // Killed somewhere in a step, each time a later one: its backup was made when it began.
      const from = present + Math.floor(round / 2);
      while (!existsSync(`${databaseOf(place.home)}.backup-${from}`)) await delay(1);
      await delay(3 * round);
      await other.kill();
      const database = new DatabaseSync(databaseOf(place.home), { readOnly: true });
      expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      database.close();
      const { schemaVersion } = versions();
      found.add(Number(schemaVersion));
      // Every step that was noted was made, and no other one.
      const stamped = new DatabaseSync(databaseOf(place.home), { readOnly: true });
      const columns = stamped.prepare("SELECT count(*) AS count FROM pragma_table_info('settings')").get();
      stamped.close();
      expect(columns).toEqual({ count: 2 + Number(schemaVersion) - present });
    }
    expect(found.size).toBeGreaterThan(1);
    const database = open(slowSteps(present));
    expect(versions()).toMatchObject({ schemaVersion: present + slowStepCount });
    expect(database.get("SELECT count(*) AS count FROM settings WHERE key LIKE 'key-%'")).toEqual({ count: 20_000 });
    expect(database.get('SELECT count(*) AS count FROM settings WHERE step_1 IS NULL')).toEqual({ count: 0 });
  }, 60_000);
});

describe('a database of the first version', () => {
  it('keeps its tokens, of which nobody knows whom they are for', () => {
    const path = `${place.root}/first.db`;
    const first = open(migrations.slice(0, 1), path);
    first.run(`INSERT INTO profiles (id, name, definition, revision, created_at_ms, updated_at_ms)
      VALUES ('a', 'acme', '{}', 1, 0, 0)`);
    first.run(`INSERT INTO tokens (profile_id, version, bound_origin, sealed, token_type, obtained_at_ms)
      VALUES ('a', 1, 'https://acme.api.identitynow.com', x'00', 'Bearer', 5)`);
    first.close();
    const facts = readTokenFacts(open(migrations, path), 'a');
    expect(facts).toMatchObject({ obtainedAtMs: 5 });
    expect(facts).not.toHaveProperty('identity');
  });
});

describe('the list of migrations', () => {
  it('counts from one without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });
});
