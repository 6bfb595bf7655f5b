/** The history of profiles in a real database: what is kept of it, for how long, and what it never does to others. */
import { readFileSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { HistoryEvent } from '../../main/storage/history-records.ts';
import { historyKeptMs } from '../../main/storage/history-records.ts';
import { createHistoryStore } from '../../main/storage/history-store.ts';
import { migrations } from '../../main/storage/migrations.ts';
import { openDatabase } from '../../main/storage/open-database.ts';
import type { Storage, StorageChange } from '../../main/storage/storage.ts';
import { holds } from '../fixtures/canary-search.ts';
import { databaseOf, profileNamed, Workplace } from '../fixtures/disk-storage.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';

const minute = 60_000;
const refreshed: HistoryEvent = { what: 'refreshed', expiresAtMs: 1_800_000_700_000 };
const failed: HistoryEvent = {
  what: 'failed',
  error: { code: 'network.refused', data: { host: 'acme.api.identitynow.com' } },
};

let place: Workplace;
let clock: FakeClock;
let storage: Storage;
beforeEach(() => {
  place = new Workplace();
  clock = new FakeClock();
  storage = place.storage({ clock });
});
afterEach(() => place.clean());

async function addOne(name = 'acme'): Promise<string> {
  const [stored] = await storage.profiles.insert([{ profile: profileNamed(name) }]);
  if (stored === undefined) throw new Error('nothing inserted');
  return stored.id;
}

const whats = (id: string) => storage.history.list(id).map(({ what }) => what);

/** One after another, each written. */
async function happen(id: string, events: readonly HistoryEvent[], everyMs = 1_000): Promise<void> {
  for (const event of events) {
    storage.history.append(id, event);
    await clock.advance(everyMs);
  }
}

describe('the history of a profile', () => {
  it('can be narrowed to some kinds of things', async () => {
    const id = await addOne();
    await happen(id, [{ what: 'copied', as: 'curl' }, failed, { what: 'copied', as: 'raw' }, refreshed]);
    const copies = storage.history.list(id, { what: ['copied', 'given'] });
    expect(copies.map(({ as }) => as)).toEqual(['raw', 'curl']);
    expect(storage.history.list(id, { what: ['copied'], before: copies[0]?.id, limit: 5 })).toHaveLength(1);
    expect(storage.history.list(id, { what: [] })).toEqual([]);
  });

  it('is told newest first, with what belongs to it', async () => {
    const id = await addOne();
    await happen(id, [
      { what: 'signed-in', identity: { user: 'jane.admin', org: 'acme' } },
      refreshed,
      { what: 'obtained', scope: 'read', expiresAtMs: null },
      { what: 'copied', as: 'curl' },
    ]);
    expect(storage.history.list(id)).toMatchObject([
      { what: 'copied', as: 'curl' },
      { what: 'obtained', scope: 'read', expiresAtMs: null },
      { what: 'refreshed', expiresAtMs: 1_800_000_700_000, atMs: 1_800_000_001_000, times: 1 },
      { what: 'signed-in', identity: { user: 'jane.admin', org: 'acme' } },
    ]);
  });

  it('is that of one profile', async () => {
    const [acme, other] = [await addOne('acme'), await addOne('other')];
    await happen(other, [refreshed]);
    expect(whats(acme)).toEqual([]);
  });

  it('is told page by page', async () => {
    const id = await addOne();
    await happen(
      id,
      Array.from({ length: 5 }, (_, at) => ({ what: 'copied', as: `form-${at}` })),
    );
    const first = storage.history.list(id, { limit: 2 });
    const second = storage.history.list(id, { limit: 2, before: first.at(-1)?.id });
    expect([...first, ...second].map(({ as }) => as)).toEqual(['form-4', 'form-3', 'form-2', 'form-1']);
  });

  it('leaves out what only a newer program knows', async () => {
    const id = await addOne();
    await happen(id, [refreshed]);
    const newer = new DatabaseSync(databaseOf(place.home));
    newer.prepare("INSERT INTO history VALUES (NULL, ?, 'polished', '{}', ?, ?, 1)").run(id, clock.now(), clock.now());
    newer.close();
    expect(whats(id)).toEqual(['refreshed']);
  });

  it('goes with its profile', async () => {
    const id = await addOne();
    await happen(id, [refreshed, refreshed]);
    await storage.profiles.remove(id);
    expect(storage.history.list(id)).toEqual([]);
  });

  it('comes back with its profile, with what happened last and had not been written', async () => {
    const id = await addOne();
    await happen(id, [refreshed]);
    storage.history.append(id, { what: 'signed-out' });
    const removed = await storage.profiles.takeOut(id);
    const other = await addOne('other');
    await happen(other, [refreshed]);
    if (removed !== undefined) await storage.profiles.putBack(removed);
    expect(whats(id)).toEqual(['signed-out', 'refreshed']);
    expect(whats(other)).toEqual(['refreshed']);
  });

  it('has nothing of a profile that went before it was written', async () => {
    const [acme, other] = [await addOne('acme'), await addOne('other')];
    storage.history.append(acme, refreshed);
    storage.history.append(other, refreshed);
    await storage.profiles.remove(acme);
    await clock.advance(1_000);
    expect([whats(acme), whats(other)]).toEqual([[], ['refreshed']]);
  });

  it('is there after the next start, also what had not been written before the end', async () => {
    const id = await addOne();
    storage.history.append(id, refreshed);
    storage.close();
    storage = place.storage({ clock });
    expect(whats(id)).toEqual(['refreshed']);
  });
});

describe('the last use of a token', () => {
  it('is when it was copied or given to a script, at once, and nothing else', async () => {
    const [id, other] = [await addOne(), await addOne('globex')];
    storage.history.append(id, { what: 'copied', as: 'raw' });
    storage.history.append(other, refreshed);
    expect([...storage.history.lastUses()]).toEqual([[id, clock.now()]]);
  });

  it('is known at the next start', async () => {
    const id = await addOne();
    await happen(id, [{ what: 'copied', as: 'raw' }, { what: 'given' }, failed]);
    storage.close();
    storage = place.storage({ clock });
    expect(storage.history.lastUses().get(id)).toBe(clock.now() - 2_000);
  });

  it('by another process is found', async () => {
    const id = await addOne();
    expect(storage.history.lastUses().size).toBe(0);
    const another = place.storage({ clock });
    another.history.append(id, { what: 'given' });
    another.close();
    expect(storage.history.lastUses().get(id)).toBe(clock.now());
  });
});

describe('what happens again and again', () => {
  it('is noted once in a minute when it is a script, in this process', async () => {
    const id = await addOne();
    await happen(
      id,
      Array.from({ length: 100 }, () => ({ what: 'given' })),
    );
    expect(whats(id)).toEqual(['given', 'given']);
  });

  it('is noted once in a minute when it is a script, by several processes', async () => {
    const id = await addOne();
    await happen(id, [{ what: 'given' }, failed]);
    const other = place.storage({ clock });
    other.history.append(id, { what: 'given' });
    other.close();
    expect(whats(id)).toEqual(['failed', 'given']);
  });

  it('is counted when it is the same failure', async () => {
    const id = await addOne();
    await happen(id, [refreshed, failed, failed, failed], 15 * minute);
    expect(storage.history.list(id)).toMatchObject([
      { what: 'failed', times: 3, firstAtMs: 1_800_000_000_000 + 15 * minute, atMs: 1_800_000_000_000 + 45 * minute },
      { what: 'refreshed' },
    ]);
  });

  it('is the same failure however long the server asks to be left alone', async () => {
    const id = await addOne();
    const limited = (retryAfterMs: number): HistoryEvent => ({
      what: 'failed',
      error: { code: 'network.rate_limited', data: { status: 429, retryAfterMs } },
    });
    await happen(id, [limited(1_000), limited(2_000)]);
    expect(storage.history.list(id)).toMatchObject([{ times: 2 }]);
  });

  it('is another row when it is another failure', async () => {
    const id = await addOne();
    const other: HistoryEvent = { what: 'failed', error: { code: 'network.dns', data: {} } };
    await happen(id, [failed, other, failed]);
    expect(storage.history.list(id)).toMatchObject([{ times: 1 }, { times: 1 }, { times: 1 }]);
  });

  it('is another row after a day', async () => {
    const id = await addOne();
    await happen(id, [failed, failed, failed], 13 * 60 * minute);
    expect(storage.history.list(id)).toMatchObject([{ times: 1 }, { times: 2 }]);
  });
});

describe('pruning', () => {
  it('tells nothing that is older than 90 days', async () => {
    const id = await addOne();
    await happen(id, [refreshed]);
    await clock.advance(historyKeptMs);
    expect(storage.history.list(id)).toEqual([]);
  });

  it('takes rows older than 90 days out of the database when something is written', async () => {
    const id = await addOne();
    await happen(id, [refreshed, refreshed], historyKeptMs / 2 + minute);
    await happen(id, [refreshed]);
    const reader = new DatabaseSync(databaseOf(place.home), { readOnly: true });
    expect(reader.prepare('SELECT count(*) AS count FROM history').get()).toEqual({ count: 2 });
    reader.close();
  });

  it('never leaves more rows than are kept, and leaves the newest', async () => {
    const id = await addOne();
    const database = place.closing(openDatabase({ path: databaseOf(place.home), clock, busyTimeoutMs: 50 }));
    const small = createHistoryStore(database, clock, 10);
    for (let round = 0; round < 7; round++) {
      for (let at = 0; at < 4; at++) small.append(id, { what: 'copied', as: `${round}-${at}` });
      small.flush();
      expect(small.list(id, { limit: 100 }).length).toBeLessThanOrEqual(10);
    }
    expect(small.list(id, { limit: 100 }).map(({ as }) => as)).toEqual([
      '6-3',
      '6-2',
      '6-1',
      '6-0',
      '5-3',
      '5-2',
      '5-1',
      '5-0',
      '4-3',
      '4-2',
    ]);
  });

  it('takes none away for numbers that removed profiles left unused', async () => {
    const [gone, stays] = [await addOne('gone'), await addOne('stays')];
    const database = place.closing(openDatabase({ path: databaseOf(place.home), clock, busyTimeoutMs: 50 }));
    const append = (id: string, count: number) => {
      const small = createHistoryStore(database, clock, 10);
      for (let at = 0; at < count; at++) small.append(id, refreshed);
      small.close();
    };
    append(stays, 1);
    append(gone, 9);
    await storage.profiles.remove(gone);
    append(stays, 8);
    expect(storage.history.list(stays)).toHaveLength(9);
  });
});

describe('a history beside the work', () => {
  it('is written together with what else happens, by one timer and none afterwards', async () => {
    const id = await addOne();
    const told: ReadonlySet<string>[] = [];
    storage.history.onAppend((ids) => told.push(ids));
    for (let at = 0; at < 100; at++) storage.history.append(id, { what: 'copied' });
    expect(clock.pendingTimers).toBe(1);
    await clock.advance(1_000);
    expect([told, clock.pendingTimers]).toEqual([[new Set([id])], 0]);
  });

  it('announces nothing to those who follow changes, in this process or another', async () => {
    const id = await addOne();
    const other = place.storage({ clock });
    const changes: StorageChange[] = [];
    storage.onChange((change) => changes.push(change));
    other.onChange((change) => changes.push(change));
    await happen(id, [refreshed]);
    other.checkForChanges();
    await clock.advance(0);
    expect(changes).toEqual([]);
  });

  it('waits for nobody: while another one holds the database it is kept, and written with what comes next', async () => {
    const id = await addOne();
    const holder = new DatabaseSync(databaseOf(place.home));
    holder.exec('BEGIN IMMEDIATE');
    await happen(id, [refreshed]);
    expect(clock.pendingTimers).toBe(0);
    holder.exec('ROLLBACK');
    holder.close();
    await happen(id, [{ what: 'copied' }]);
    expect(whats(id)).toEqual(['copied', 'refreshed']);
  });

  it('keeps a thousand things at most while it cannot be written, the newest', async () => {
    const id = await addOne();
    const holder = new DatabaseSync(databaseOf(place.home));
    holder.exec('BEGIN IMMEDIATE');
    for (let at = 0; at < 1_500; at++) storage.history.append(id, { what: 'copied', as: `form-${at}` });
    await clock.advance(1_000);
    holder.exec('ROLLBACK');
    holder.close();
    storage.history.flush();
    const rows = storage.history.list(id, { limit: 2_000 });
    expect([rows.length, rows[0]?.as, rows.at(-1)?.as]).toEqual([1_000, 'form-1499', 'form-500']);
  });

  it('leaves the durability of tokens as it was', async () => {
    const id = await addOne();
    const database = place.closing(openDatabase({ path: databaseOf(place.home), clock, busyTimeoutMs: 1_234 }));
    const history = createHistoryStore(database, clock);
    history.append(id, refreshed);
    history.flush();
    expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(database.get('PRAGMA busy_timeout')).toEqual({ timeout: 1_234 });
  });

  it('is not written into a database that was replaced under the program', async () => {
    const id = await addOne();
    const told: ReadonlySet<string>[] = [];
    storage.history.onAppend((ids) => told.push(ids));
    renameSync(databaseOf(place.home), `${databaseOf(place.home)}.away`);
    await happen(id, [refreshed]);
    expect(told).toEqual([]);
  });

  it('throws nothing after the end', async () => {
    const id = await addOne();
    storage.close();
    expect(() => storage.history.append(id, refreshed)).not.toThrow();
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a failure in the history', () => {
  it('keeps what its words are made of, and nothing that is not named for it', async () => {
    const id = await addOne();
    const secret = `secret-CANARY-${Math.random()}`;
    const data = {
      profile: 'acme',
      status: 401,
      oauthError: 'invalid_client',
      accessToken: secret,
      issues: [{ path: 'clientId', message: secret }],
    };
    await happen(id, [{ what: 'failed', error: { code: 'auth.refused', data } }]);
    expect(storage.history.list(id)[0]?.error).toEqual({
      code: 'auth.refused',
      data: { status: 401, oauthError: 'invalid_client' },
    });
    storage.close();
    expect(holds(readFileSync(databaseOf(place.home)), secret)).toBe(false);
  });

  it('cuts what a server may have made long', async () => {
    const id = await addOne();
    const error = { code: 'auth.refused', data: { description: 'x'.repeat(10_000) } } as const;
    await happen(id, [{ what: 'failed', error }]);
    expect(storage.history.list(id)[0]?.error?.data.description).toHaveLength(500);
  });
});

describe('a database of the third version', () => {
  it('gets an empty history, and programs of before still work with it', () => {
    const path = `${place.root}/third.db`;
    const open = (steps = migrations) =>
      place.closing(openDatabase({ path, clock: systemClock, busyTimeoutMs: 5_000, migrations: steps }));
    const third = open(migrations.slice(0, 3));
    third.run(`INSERT INTO profiles (id, name, definition, revision, created_at_ms, updated_at_ms)
      VALUES ('a', 'acme', '{}', 1, 0, 0)`);
    third.close();
    const history = createHistoryStore(open(), clock);
    expect(history.list('a')).toEqual([]);
    history.append('a', refreshed);
    history.flush();
    open(migrations.slice(0, 3)).run("DELETE FROM profiles WHERE id = 'a'");
    expect(history.list('a')).toEqual([]);
  });
});
