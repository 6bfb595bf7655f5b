/** Writing to the database beside others: order, locks, time-outs, and what is undone. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { Clock } from '../../main/clock.ts';
import { openDatabase } from '../../main/storage/open-database.ts';
import { databaseOf, Workplace } from '../fixtures/disk-storage.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';
import { OtherProcess } from '../fixtures/other-process.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  place.storage().close();
});
afterEach(() => place.clean());

const open = (clock: Clock = systemClock, busyTimeoutMs = 0) =>
  place.closing(openDatabase({ path: databaseOf(place.home), clock, busyTimeoutMs }));

/** Another connection that holds the write lock until it is closed. */
const locked = () => {
  const holder = place.closing({
    connection: new DatabaseSync(databaseOf(place.home)),
    close() {
      if (this.connection.isOpen) this.connection.close();
    },
  });
  holder.connection.exec('BEGIN IMMEDIATE');
  return holder;
};

const put = (database: ReturnType<typeof open>, value: string) =>
  database.write(() =>
    database.run(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      'key',
      value,
    ),
  );
const value = (database: ReturnType<typeof open>) => database.get("SELECT value FROM settings WHERE key = 'key'");

describe('a write', () => {
  it('is undone when it fails half way', async () => {
    const database = open();
    await put(database, 'before');
    const failing = database.write(() => {
      database.run('DELETE FROM settings');
      throw new Error('half way');
    });
    await expect(failing).rejects.toMatchObject({ code: 'internal.unexpected' });
    expect(value(database)).toEqual({ value: 'before' });
  });

  it('does not keep the next one from being made when it fails', async () => {
    const database = open();
    const failing = database.write(() => database.run('INSERT INTO settings (key, value) VALUES (NULL, NULL)'));
    const next = put(database, 'after');
    await expect(failing).rejects.toMatchObject({ code: 'internal.unexpected' });
    await next;
    expect(value(database)).toEqual({ value: 'after' });
  });

  it('is on the disk before it is done: the log is synced with each commit', () => {
    expect(open().get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  });

  it('keeps what belongs to nobody out', async () => {
    const database = open();
    const orphan = database.write(() =>
      database.run("INSERT INTO secrets (profile_id, version, bound_origin, sealed) VALUES ('nobody', 1, 'o', x'00')"),
    );
    await expect(orphan).rejects.toMatchObject({ code: 'internal.unexpected' });
  });

  it('asked for after closing is cancelled', async () => {
    const database = open();
    database.close();
    await expect(put(database, 'late')).rejects.toMatchObject({ code: 'internal.cancelled' });
  });

  it('gives way to closing while it waits for the lock', async () => {
    const clock = new FakeClock();
    const database = open(clock);
    locked();
    const write = put(database, 'late').catch((error: unknown) => error);
    await clock.advance(100);
    database.close();
    await clock.advance(1_000);
    expect(await write).toMatchObject({ code: 'internal.cancelled' });
  });
});

describe('a write while another connection holds the lock', () => {
  it('waits for it', async () => {
    const clock = new FakeClock();
    const database = open(clock);
    const holder = locked();
    const write = put(database, 'mine');
    await clock.advance(2_000);
    holder.close();
    await clock.advance(1_000);
    await write;
    expect(value(database)).toEqual({ value: 'mine' });
  });

  it('gives up after five seconds', async () => {
    const clock = new FakeClock();
    const database = open(clock);
    locked();
    const write = put(database, 'mine').catch((error: unknown) => error);
    await clock.advance(5_000);
    expect(await write).toMatchObject({ code: 'storage.database_busy' });
    expect(clock.pendingTimers).toBe(0);
  });

  it('keeps its place in the order of writes', async () => {
    const clock = new FakeClock();
    const database = open(clock);
    const holder = locked();
    const first = put(database, 'first');
    await clock.advance(1_000);
    holder.close();
    const second = put(database, 'second');
    await clock.advance(1_000);
    await Promise.all([first, second]);
    expect(value(database)).toEqual({ value: 'second' });
  });

  it('leaves reading alone', async () => {
    const database = open();
    await put(database, 'before');
    locked();
    expect(value(database)).toEqual({ value: 'before' });
  });

  it('lets the event loop go on between its attempts, and succeeds after', async () => {
    const other = place.closing(new OtherProcess(place.home));
    const storage = place.storage({ busyTimeoutMs: 50 });
    await other.tell('holdLock');
    const write = storage.settings.set('proxy', 'none');
    // Only a loop that is not held up gets to free the lock within the patience of the write.
    await delay(300);
    expect(storage.settings.get('proxy')).toBeUndefined();
    await other.tell('freeLock');
    await write;
    expect(storage.settings.get('proxy')).toBe('none');
  });
});

/** From 0, so many. */
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('two processes that write at the same time', () => {
  it('lose nothing', async () => {
    const others = ['left', 'right'].map((name) => ({ name, process: place.closing(new OtherProcess(place.home)) }));
    await Promise.all(others.map(({ process }) => process.tell('open')));
    await Promise.all(others.map(({ name, process }) => process.tell('addSettings', name, 200)));
    const { settings } = place.storage();
    const lost = ['left', 'right'].flatMap((name) => numbers(200).filter((n) => settings.get(`${name}-${n}`) !== n));
    expect(lost).toEqual([]);
  });

  it('lose nothing when one of them is killed', async () => {
    const victim = place.closing(new OtherProcess(place.home));
    await victim.tell('open');
    await victim.tell('addSettings', 'before', 20);
    void victim.tell('addSettings', 'during', 100_000).catch(() => undefined);
    await delay(50);
    await victim.kill();
    const storage = place.storage();
    await storage.settings.set('after', true);
    expect(numbers(20).filter((n) => storage.settings.get(`before-${n}`) !== n)).toEqual([]);
    expect(storage.settings.get('after')).toBe(true);
  });
});
