/** Writes that are asked for at one moment: they share a transaction, and nothing else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { Database } from '../../main/storage/database.ts';
import { openDatabase } from '../../main/storage/open-database.ts';
import { databaseOf, Workplace } from '../fixtures/disk-storage.ts';

let place: Workplace;
let database: Database;
let commits: number;

beforeEach(() => {
  place = new Workplace();
  place.storage().close();
  database = place.closing(openDatabase({ path: databaseOf(place.home), clock: systemClock, busyTimeoutMs: 0 }));
  commits = 0;
  database.onCommit(() => commits++);
});
afterEach(() => place.clean());

const put = (key: string) => database.run("INSERT INTO settings (key, value) VALUES (?, '1')", key);
const keys = () => (database.all('SELECT key FROM settings ORDER BY rowid') as { key: string }[]).map(({ key }) => key);
const names = (count: number) => Array.from({ length: count }, (_, number) => `key-${number}`);

describe('writes that are asked for at one moment', () => {
  it('are made in their order, in few transactions', async () => {
    await Promise.all(names(250).map((key) => database.write(() => put(key))));
    expect(keys()).toEqual(names(250));
    expect(commits).toBe(3);
  });

  it('are each undone alone when they fail, and tell each what it met', async () => {
    const outcomes = await Promise.allSettled([
      database.write(() => put('first')),
      database.write(() => {
        put('half');
        throw new Error('half way');
      }),
      database.write(() => put('first')),
      database.write(() => put('last')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(keys()).toEqual(['first', 'last']);
  });

  it('see what those before them wrote', async () => {
    const [, found] = await Promise.all([
      database.write(() => put('first')),
      database.write(() => database.get("SELECT 1 AS found FROM settings WHERE key = 'first'")),
    ]);
    expect(found).toEqual({ found: 1 });
  });

  it('are all made when one of them ends the transaction of all', async () => {
    const outcomes = await Promise.allSettled([
      database.write(() => put('first')),
      // As SQLite does of itself when the disk is full.
      database.write(() => {
        database.run('ROLLBACK');
        throw new Error('full');
      }),
      database.write(() => put('last')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(keys()).toEqual(['first', 'last']);
  });

  it('tell of each commit before anybody hears that it was written', async () => {
    const seen = await Promise.all(names(2).map((key) => database.write(() => put(key)).then(() => commits)));
    expect(seen).toEqual([1, 1]);
  });
});
