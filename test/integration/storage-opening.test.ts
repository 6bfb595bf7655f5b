/** Opening the database file: new ones, newer ones, damaged ones, and many processes at once. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf, Workplace } from '../fixtures/disk-storage.ts';
import { OtherProcess } from '../fixtures/other-process.ts';

let place: Workplace;
beforeEach(() => void (place = new Workplace()));
afterEach(() => place.clean());

const refusal = (code: string) => expect.objectContaining({ code }) as unknown;

/** What another program did to the database. */
function tamper(sql: string): void {
  const database = new DatabaseSync(databaseOf(place.home));
  database.exec(sql);
  database.close();
}

describe('a database', () => {
  it('is found again as it was left', async () => {
    const first = place.storage();
    await first.settings.set('proxy', 'http://proxy.example:3128');
    first.close();
    expect(place.storage().settings.get('proxy')).toBe('http://proxy.example:3128');
  });

  it('leaves nothing but itself when the last one closes it', async () => {
    const storage = place.storage();
    await storage.settings.set('proxy', 'none');
    storage.close();
    expect(readdirSync(place.home)).toEqual(['tokentray.db']);
  });

  it('is opened by ten processes at once in a folder that nobody has made yet', async () => {
    const others = Array.from({ length: 10 }, () => place.closing(new OtherProcess(place.home)));
    await Promise.all(others.map((other) => other.tell('changes')));
    await Promise.all(others.map((other) => other.tell('open')));
    await Promise.all(others.map((other, n) => other.tell('settings.set', `key-${n}`, n)));
    const { settings } = place.storage();
    expect(others.map((_, n) => settings.get(`key-${n}`))).toEqual(others.map((_, n) => n));
  });
});

describe('a database that another process is just making', () => {
  it('is waited for', async () => {
    mkdirSync(place.home, { recursive: true });
    const other = place.closing(new OtherProcess(place.home));
    await other.tell('holdLock', 300);
    const storage = place.storage();
    await storage.settings.set('proxy', 'none');
    expect(storage.settings.get('proxy')).toBe('none');
  });
});

describe('a database of a newer program', () => {
  const newer = "UPDATE meta SET value = 99 WHERE key IN ('schemaVersion', 'minReader')";

  beforeEach(() => {
    place.storage().close();
  });

  it('is refused', () => {
    tamper(newer);
    expect(() => place.storage()).toThrow(refusal('storage.database_newer'));
  });

  it('keeps every byte, and gets no file beside it', () => {
    tamper(newer);
    const before = readFileSync(databaseOf(place.home));
    expect(() => place.storage()).toThrow(refusal('storage.database_newer'));
    expect(readFileSync(databaseOf(place.home)).equals(before)).toBe(true);
    expect(readdirSync(place.home)).toEqual(['tokentray.db']);
  });

  it('keeps its journal mode', () => {
    tamper(`${newer}; PRAGMA journal_mode = DELETE`);
    const before = readFileSync(databaseOf(place.home));
    expect(() => place.storage()).toThrow(refusal('storage.database_newer'));
    expect(readFileSync(databaseOf(place.home)).equals(before)).toBe(true);
  });

  it('keeps a log that its program left behind', async () => {
    const other = place.closing(new OtherProcess(place.home));
    await other.tell('open');
    tamper(newer);
    await other.kill();
    const path = databaseOf(place.home);
    const before = [path, `${path}-wal`].map((file) => readFileSync(file).toString('base64'));
    expect(() => place.storage()).toThrow(refusal('storage.database_newer'));
    expect([path, `${path}-wal`].map((file) => readFileSync(file).toString('base64'))).toEqual(before);
  });

  it('is opened when it says that this program may', async () => {
    tamper("UPDATE meta SET value = 99 WHERE key = 'schemaVersion'");
    const storage = place.storage();
    await storage.settings.set('proxy', 'none');
    expect(storage.settings.get('proxy')).toBe('none');
  });

  it('keeps its version when this program may open it', () => {
    tamper("UPDATE meta SET value = 99 WHERE key = 'schemaVersion'");
    place.storage().close();
    const database = place.closing(new DatabaseSync(databaseOf(place.home)));
    expect(database.prepare("SELECT value FROM meta WHERE key = 'schemaVersion'").get()).toEqual({ value: 99 });
  });
});

describe('a file that is no database of ours', () => {
  const put = (bytes: Uint8Array | string) => {
    mkdirSync(place.home, { recursive: true });
    writeFileSync(databaseOf(place.home), bytes);
  };

  it.each([
    ['text', 'this is no database, only a long enough text '.repeat(50)],
    ['a few bytes', 'short'],
    ['zeroes', new Uint8Array(8192)],
  ])('is called damaged and left as it is (%s)', (_what, bytes) => {
    put(bytes);
    const before = readFileSync(databaseOf(place.home));
    expect(() => place.storage()).toThrow(refusal('storage.database_damaged'));
    expect(readFileSync(databaseOf(place.home)).equals(before)).toBe(true);
    expect(readdirSync(place.home)).toEqual(['tokentray.db']);
  });

  it('is called damaged when it is the database of another program', () => {
    mkdirSync(place.home, { recursive: true });
    tamper('CREATE TABLE recipes (name TEXT)');
    const before = readFileSync(databaseOf(place.home));
    expect(() => place.storage()).toThrow(refusal('storage.database_damaged'));
    expect(readFileSync(databaseOf(place.home)).equals(before)).toBe(true);
  });

  it('is called damaged when another program has a table of that name, too', () => {
    mkdirSync(place.home, { recursive: true });
    tamper('CREATE TABLE meta (key TEXT, value TEXT)');
    expect(() => place.storage()).toThrow(refusal('storage.database_damaged'));
  });

  it('is called damaged when its pages were overwritten', async () => {
    const storage = place.storage();
    await storage.settings.set('filler', 'x'.repeat(20_000));
    storage.close();
    const bytes = readFileSync(databaseOf(place.home));
    bytes.fill(0xff, 200, 4096);
    put(bytes);
    expect(() => place.storage()).toThrow(refusal('storage.database_damaged'));
    expect(readFileSync(databaseOf(place.home)).equals(bytes)).toBe(true);
  });

  it('is called damaged when that shows only while reading', async () => {
    const storage = place.storage();
    await storage.settings.set('filler', 'x'.repeat(20_000));
    storage.close();
    const bytes = readFileSync(databaseOf(place.home));
    const text = bytes.indexOf('xxxxxxxx');
    bytes.fill(0xff, text - (text % 4096), text - (text % 4096) + 4096);
    put(bytes);
    expect(() => place.storage().settings.get('filler')).toThrow(refusal('storage.database_damaged'));
  });
});

describe('a damaged database', () => {
  const failure = () => {
    mkdirSync(place.home, { recursive: true });
    writeFileSync(databaseOf(place.home), 'this is no database, only a long enough text '.repeat(50));
    try {
      place.storage();
    } catch (error) {
      return error;
    }
    throw new Error('it was opened');
  };
  const leave = (...names: readonly string[]) => {
    mkdirSync(place.home, { recursive: true });
    for (const name of names) writeFileSync(join(place.home, name), '');
  };

  it('is told without a backup where there is none', () => {
    leave('tokentray.db.backup-1.part', 'tokentray.db.backup-', 'other.db.backup-1');
    expect(failure()).toMatchObject({ data: { path: databaseOf(place.home) } });
    expect(failure()).not.toHaveProperty('data.backup');
  });

  it('is told with the newest backup there is', () => {
    leave('tokentray.db.backup-2', 'tokentray.db.backup-10', 'tokentray.db.backup-11.part');
    expect(failure()).toMatchObject({ data: { backup: `${databaseOf(place.home)}.backup-10` } });
  });

  it('of another program is told with the backup, too', () => {
    mkdirSync(place.home, { recursive: true });
    tamper('CREATE TABLE recipes (name TEXT)');
    leave('tokentray.db.backup-1');
    expect(() => place.storage()).toThrow(
      expect.objectContaining({
        data: expect.objectContaining({ backup: `${databaseOf(place.home)}.backup-1` }) as unknown,
      }),
    );
  });
});

describe('an empty file where the database should be', () => {
  it('becomes the database: its maker ended between the two steps', async () => {
    mkdirSync(place.home, { recursive: true });
    writeFileSync(databaseOf(place.home), '');
    const storage = place.storage();
    await storage.settings.set('proxy', 'none');
    expect(storage.settings.get('proxy')).toBe('none');
  });
});

describe('a copy of the database', () => {
  it('that was taken by VACUUM INTO and put back is in WAL mode again', () => {
    place.storage().close();
    const copy = `${databaseOf(place.home)}.copy`;
    tamper(`VACUUM INTO '${copy}'`);
    copyFileSync(copy, databaseOf(place.home));
    place.storage().close();
    const database = place.closing(new DatabaseSync(databaseOf(place.home)));
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });
});
