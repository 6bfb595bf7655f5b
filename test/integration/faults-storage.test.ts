/** What disks, locks, other hands in the data folder and old backups do to tokens and sessions: real files throughout. */
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { TokentrayError } from '../../main/errors.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import { createStorage } from '../../main/storage/create-storage.ts';
import { openDatabase } from '../../main/storage/open-database.ts';
import { createProcessIdentity } from '../../main/storage/process-identity.ts';
import type { Storage } from '../../main/storage/storage.ts';
import { readProfile } from '../../main/systems/validate.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { createObtainToken } from '../../main/tokens/obtain.ts';
import type { Engine } from '../../main/tokens/tokens.ts';
import { databaseOf, Workplace } from '../fixtures/disk-storage.ts';
import { OpenVault } from '../fixtures/open-vault.ts';
import { OtherProcess } from '../fixtures/other-process.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';

let place: Workplace;
let server: TokenServer;
let http: Http;
let storage: Storage;
let engine: Engine;
let vault: OpenVault;
let id: string;

beforeEach(async () => {
  place = new Workplace();
  // Refresh tokens are good for one use.
  let current = 0;
  server = await startTokenServer(({ body }) => {
    if (new URLSearchParams(body).get('refresh_token') !== `CANARY-refresh-${current}`) {
      return { status: 400, body: { error: 'invalid_grant' } };
    }
    current += 1;
    const next = `CANARY-refresh-${current}`;
    return { body: { access_token: `token-${current}`, expires_in: 600, refresh_token: next } };
  });
  http = createHttp({ clock: systemClock, environment: {} });
  vault = new OpenVault();
  open();
  const { origin, tokenEndpoint } = server;
  const endpoints = { token: tokenEndpoint, authorize: `${origin}/authorize` };
  const [stored] = await storage.profiles.insert([
    {
      profile: { name: 'acme', system: 'oauth', auth: 'authorization_code', clientId: 'client-1', endpoints },
      session: { record: { refreshToken: 'CANARY-refresh-0', obtainedAtMs: 0, endsAtMs: null }, origin },
    },
  ]);
  id = stored?.id ?? '';
});

afterEach(async () => {
  await engine.stop();
  await http.close();
  await server.close();
  place.clean();
});

/** As the next process does. */
function open(): void {
  storage = place.storage({ vault, busyTimeoutMs: 50 });
  start();
}

function start(): void {
  engine = createEngine({
    clock: systemClock,
    storage,
    obtain: createObtainToken(http, systemClock),
    random: () => 0.5,
  });
}

const database = () => databaseOf(place.home);
const ask = (query = {}) =>
  engine.token(id, { force: true, ...query }).then(
    ({ token }) => token.accessToken,
    (error: TokentrayError) => error.code,
  );
const refreshToken = async () => (await storage.sessions.read(id))?.refreshToken;

describe('a database that another process has locked', () => {
  let other: OtherProcess;
  beforeEach(() => {
    other = place.closing(new OtherProcess(place.home));
  });

  it('before a request: nothing is sent, and nothing is lost', async () => {
    await other.tell('holdLock');
    expect(await ask()).toBe('storage.database_busy');
    expect(server.requests).toHaveLength(0);
    await other.tell('freeLock');
    expect(await ask()).toBe('token-1');
  });

  it('for ten seconds from the middle of a request: the session is stored after', async () => {
    const locked = Promise.withResolvers<void>();
    server.answerWith(async () => {
      await other.tell('holdLock', 10_000);
      locked.resolve();
      return { body: { access_token: 'token-1', expires_in: 600, refresh_token: 'CANARY-refresh-late' } };
    });
    const asked = ask();
    await locked.promise;
    expect(await asked).toBe('token-1');
    expect(await refreshToken()).toBe('CANARY-refresh-late');
    expect(server.requests).toHaveLength(1);
  });

  it('hands out the token that lives meanwhile', async () => {
    await ask();
    await other.tell('holdLock');
    expect(await ask({ force: false })).toBe('token-1');
    await other.tell('freeLock');
  });
});

/** The application's own connection, to be told what the disk allows. */
function ownDatabase() {
  const database = place.closing(openDatabase({ path: databaseOf(place.home), clock: systemClock, busyTimeoutMs: 50 }));
  const processes = createProcessIdentity({ clock: systemClock });
  storage = createStorage({ home: place.home, database, vault, clock: systemClock, processes, readProfile });
  start();
  return database;
}

describe('a disk that becomes read-only', () => {
  it('gets nothing sent, leaves the token that lives, and is used again afterwards', async () => {
    const database = ownDatabase();
    expect(await ask()).toBe('token-1');
    // SQLite refuses to write, with the result code that a read-only file has.
    database.get('PRAGMA query_only = 1');
    expect([await ask(), await ask({ force: false })]).toEqual(['storage.folder_unusable', 'token-1']);
    expect(server.requests).toHaveLength(1);
    database.get('PRAGMA query_only = 0');
    expect(await ask()).toBe('token-2');
  });
});

/** All pages of the file but the first; `bytes` takes their place, as on a disk that rots. */
function pages(bytes?: Uint8Array): Uint8Array {
  const [first, rest] = [readFileSync(database()).subarray(0, 4_096), readFileSync(database()).subarray(4_096)];
  if (bytes !== undefined) writeFileSync(database(), Buffer.concat([first, bytes]), { flag: 'r+' });
  return rest;
}

describe('a database whose pages are damaged while the program runs', () => {
  it('gets nothing sent and nothing overwritten, is told with the newest backup, and goes on when it is mended', async () => {
    const backup = `${database()}.backup-1`;
    writeFileSync(backup, '');
    expect(await ask()).toBe('token-1');
    const other = place.closing(new OtherProcess(place.home));
    await other.tell('open');
    // What another process writes makes this one read the file again.
    await other.tell('settings.set', 'theme', 'dark');
    using copying = new DatabaseSync(database());
    copying.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const whole = pages();
    const rot = new Uint8Array(whole.length).fill(0xff);
    pages(rot);
    const failure = await engine.token(id, { force: true }).catch((error: TokentrayError) => error);
    expect(failure).toMatchObject({ code: 'storage.database_damaged', data: { backup } });
    expect(server.requests).toHaveLength(1);
    expect(Buffer.compare(pages(), rot)).toBe(0);
    await engine.stop();
    storage.close();
    copying.close();
    pages(whole);
    open();
    expect(await ask()).toBe('token-2');
  });
});

describe('the data folder, removed while the program runs', () => {
  it('gets no request sent whose answer nobody could keep', async () => {
    await ask();
    rmSync(place.home, { recursive: true });
    expect(await ask()).toBe('storage.folder_unusable');
    expect(server.requests).toHaveLength(1);
    expect(existsSync(place.home)).toBe(false);
  });

  it('leaves the token that lives to whoever asks', async () => {
    await ask();
    rmSync(place.home, { recursive: true });
    expect(await ask({ force: false })).toBe('token-1');
  });

  it('is used again when it was only moved away and is put back', async () => {
    await ask();
    renameSync(place.home, `${place.home}-away`);
    expect(await ask()).toBe('storage.folder_unusable');
    renameSync(`${place.home}-away`, place.home);
    expect(await ask()).toBe('token-2');
  });
});

describe('a backup of the database', () => {
  it('put back while the program runs is not written over, nor is what is written lost', async () => {
    cpSync(database(), `${database()}.copy`);
    renameSync(`${database()}.copy`, database());
    expect(await ask()).toBe('storage.folder_unusable');
    expect(server.requests).toHaveLength(0);
  });

  it('whose refresh token was used since needs one sign-in, and one request tells', async () => {
    using copying = new DatabaseSync(database());
    copying.exec(`VACUUM INTO '${place.root}/backup.db'`);
    expect([await ask(), await ask()]).toEqual(['token-1', 'token-2']);
    await engine.stop();
    storage.close();
    copying.close();
    for (const rest of ['-wal', '-shm']) rmSync(`${database()}${rest}`, { force: true });
    renameSync(`${place.root}/backup.db`, database());
    open();

    const before = server.requests.length;
    const needed = 'auth.sign_in_needed';
    engine.start();
    expect([await ask({ force: false }), await ask({ force: false })]).toEqual([needed, needed]);
    expect(server.requests).toHaveLength(before + 1);
  });
});

describe('a vault that cannot be opened', () => {
  it('in the middle of a request costs no session: it is stored once the vault opens again', async () => {
    server.answerWith([
      { body: { access_token: 'token-1', expires_in: 600, refresh_token: 'CANARY-refresh-late' } },
      { body: { access_token: 'token-2', expires_in: 600 } },
    ]);
    const { seal } = vault;
    vault.seal = async () => {
      throw new TokentrayError('storage.keychain_entry_missing');
    };
    expect(await ask()).toBe('storage.keychain_entry_missing');
    expect(await ask()).toBe('storage.keychain_entry_missing');
    expect(server.requests).toHaveLength(1);
    vault.seal = seal;
    expect(await ask()).toBe('token-2');
    expect(await refreshToken()).toBe('CANARY-refresh-late');
  });
});
