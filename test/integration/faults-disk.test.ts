/** Disks that are really full, read-only or broken, and a folder that its user may not write to. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Workplace } from '../fixtures/disk-storage.ts';
import { refuseWrites } from '../fixtures/refused-writes.ts';
import { rotatingSession, startRotatingServer } from '../fixtures/rotating-session.ts';
import { SmallDisk } from '../fixtures/small-disk.ts';

let parts: AsyncDisposableStack;
let disk: SmallDisk;
let place: Workplace;

beforeEach(() => {
  parts = new AsyncDisposableStack();
  place = new Workplace();
  parts.defer(() => place.clean());
  if (refusal !== undefined) return;
  disk = new SmallDisk(place.home);
  parts.defer(() => disk.close());
});
afterEach(() => parts.disposeAsync());

/** A session in a data folder that is the disk; `padding` makes its refresh tokens so long that they need space. */
async function onDisk(onRequest?: () => void) {
  const tenant = await startRotatingServer({ padding: 60_000, ...(onRequest === undefined ? {} : { onRequest }) });
  parts.use(tenant.server);
  const session = parts.use(await rotatingSession(tenant, place.storage({ busyTimeoutMs: 50 })));
  return { ...session, requests: tenant.server.requests, nth: tenant.nth };
}

const refusal = SmallDisk.refusal();
const onDisks = refusal === undefined ? describe : sayNotRun;

/** In a container that may not mount, the suite goes on, and its output says what it did not show. */
function sayNotRun(disk: string): void {
  it(`${disk}: not run, as nothing may be mounted here`, () => {
    process.stdout.write(`Real disks: not run (${refusal})\n`);
    expect(refusal).toContain('not allowed');
  });
}

onDisks('a disk that refuses to be written while the program runs', () => {
  it('gets nothing sent, leaves the token that lives, and is used again afterwards', async () => {
    const { failures, living, renew, requests } = await onDisk();
    expect(await renew()).toBe('token-1');
    const allowWrites = refuseWrites();
    parts.defer(allowWrites);
    expect([await renew(), await living()]).toEqual(['storage.folder_unusable', 'token-1']);
    expect([requests.length, failures]).toEqual([1, ['storage.folder_unusable']]);
    allowWrites();
    expect(await renew()).toBe('token-2');
  });

  it('in the middle of a request costs no session: it is stored by itself when the disk can be written again', async () => {
    let allowWrites: (() => void) | undefined;
    const { living, nth, refreshToken, renew, requests } = await onDisk(() => {
      if (requests.length === 2) allowWrites = refuseWrites();
    });
    parts.defer(() => allowWrites?.());
    expect(await renew()).toBe('token-1');
    expect([await renew(), await living()]).toEqual(['storage.folder_unusable', 'token-1']);
    allowWrites?.();
    await vi.waitFor(async () => expect(await refreshToken()).toBe(nth(2)), 10_000);
    expect([await renew(), requests.length]).toEqual(['token-3', 3]);
  }, 30_000);
});

onDisks('a disk that is read-only', () => {
  it('is told at the start with the place, and nothing is changed', () => {
    place.storage().close();
    const before = readdirSync(place.home);
    disk.makeReadOnly();
    expect(() => place.storage()).toThrow(
      expect.objectContaining({
        code: 'storage.folder_unusable',
        data: expect.objectContaining({ path: expect.stringContaining(place.home) as string }) as object,
      }),
    );
    expect(readdirSync(place.home)).toEqual(before);
  });
});

onDisks('a folder that its user may not write to', () => {
  it('is told with the path, and nothing in it is changed', () => {
    place.storage().close();
    chmodSync(place.home, 0o500);
    // No mode keeps root out: somebody else is asked to look.
    const script = fileURLToPath(new URL('../fixtures/use-data-folder.ts', import.meta.url));
    const before = readdirSync(place.home);
    const { status, stderr } = spawnSync(process.execPath, [script], {
      env: {
        HOME: place.home,
        TOKENTRAY_HOME: place.home,
        ...(process.getuid?.() === 0 ? { NOBODY: '1' } : {}),
      },
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('storage.folder_unusable');
    expect(readdirSync(place.home)).toEqual(before);
  });
});

onDisks('a disk that is full', () => {
  it('when the next refresh token comes costs nothing when there is space again seconds later', async () => {
    const { nth, refreshToken, renew, requests } = await onDisk(() => {
      disk.fill();
      setTimeout(() => disk.makeSpace(), 1_500);
    });
    expect(await renew()).toBe('token-1');
    expect(await refreshToken()).toBe(nth(1));
    expect(requests).toHaveLength(1);
  });

  it('for longer keeps the session in memory, sends nothing, and goes on by itself when there is space', async () => {
    let isFull = false;
    const { failures, living, nth, refreshToken, renew, requests } = await onDisk(() => {
      if (isFull) disk.fill();
    });
    expect(await renew()).toBe('token-1');
    isFull = true;
    expect(await renew()).toBe('storage.disk_full');
    expect([await renew(), await living()]).toEqual(['storage.disk_full', 'token-1']);
    expect([requests.length, [...new Set(failures)]]).toEqual([2, ['storage.disk_full']]);
    isFull = false;
    disk.makeSpace();
    await vi.waitFor(async () => expect(await refreshToken()).toBe(nth(2)), 10_000);
    expect([await renew(), requests.length]).toEqual(['token-3', 3]);
  }, 60_000);

  it('until the program ends is told: that session is lost, and what was stored before is whole', async () => {
    let isFull = false;
    const { engine, failures, nth, refreshToken, renew } = await onDisk(() => {
      if (isFull) disk.fill();
    });
    expect(await renew()).toBe('token-1');
    isFull = true;
    expect(await renew()).toBe('storage.disk_full');
    await engine.stop();
    expect(failures).toEqual(['storage.disk_full', 'storage.session_lost']);
    expect(await refreshToken()).toBe(nth(1));
  }, 60_000);

  it('at the start is told as such, and holds no half-made database afterwards that could not be opened', () => {
    disk.fill();
    expect(() => place.storage()).toThrow(expect.objectContaining({ code: 'storage.disk_full' }));
    disk.makeSpace();
    expect(place.storage().profiles.list()).toEqual([]);
  });
});
