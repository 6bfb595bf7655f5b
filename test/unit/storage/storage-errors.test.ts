/** What failures of SQLite and of the file system are called here. */
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { isBusy, storageError } from '../../../main/storage/storage-errors.ts';

const sqliteFailure = (errcode: number) =>
  Object.assign(new Error('as SQLite says'), { code: 'ERR_SQLITE_ERROR', errcode, errstr: 'as SQLite says' });
const systemFailure = (code: string) => Object.assign(new Error('CANARY-message'), { code, syscall: 'open' });

describe('storageError', () => {
  it.each([
    [5, 'storage.database_busy'],
    [261, 'storage.database_busy'],
    [6, 'storage.database_busy'],
    [11, 'storage.database_damaged'],
    [26, 'storage.database_damaged'],
    [13, 'storage.disk_full'],
    [8, 'storage.folder_unusable'],
    [10, 'storage.folder_unusable'],
    [14, 'storage.folder_unusable'],
    [19, 'internal.unexpected'],
  ])('calls SQLite result %i %s', (errcode, code) => {
    expect(storageError(sqliteFailure(errcode), '/data/tokentray.db')).toMatchObject({ code });
  });

  it('names the file that SQLite failed on', () => {
    expect(storageError(sqliteFailure(11), '/data/tokentray.db').data.path).toBe('/data/tokentray.db');
  });

  it.each([
    ['EACCES', 'storage.folder_unusable'],
    ['ENOTDIR', 'storage.folder_unusable'],
    ['ENOSPC', 'storage.disk_full'],
    ['EDQUOT', 'storage.disk_full'],
  ])('calls the system error %s %s', (systemCode, code) => {
    expect(storageError(systemFailure(systemCode), '/data')).toMatchObject({ code, data: { systemCode } });
  });

  it('leaves our own errors as they are', () => {
    const error = new TokentrayError('config.profile_exists');
    expect(storageError(error, '/data')).toBe(error);
  });

  it('keeps nothing that a foreign error says', () => {
    expect(String(storageError(new Error('CANARY-message'), '/data'))).not.toContain('CANARY');
  });

  it('knows a really full database', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE filler (bytes BLOB); PRAGMA max_page_count = 4');
    const fill = () => database.prepare('INSERT INTO filler VALUES (zeroblob(100000))').run();
    let thrown: unknown;
    try {
      fill();
    } catch (error) {
      thrown = error;
    }
    database.close();
    expect(storageError(thrown, '/data').code).toBe('storage.disk_full');
  });
});

describe('isBusy', () => {
  it('sees a lock in its extended codes, too', () => {
    expect(isBusy(sqliteFailure(517))).toBe(true);
  });

  it.each([undefined, null, new Error('busy'), sqliteFailure(11), systemFailure('EBUSY')])(
    'sees none in anything else (%s)',
    (thrown) => {
      expect(isBusy(thrown)).toBe(false);
    },
  );
});
