import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hasTrayHost } from '../../main/desktop/tray-host.ts';
import type { RunProgram } from '../../main/desktop/tray-host.ts';
import { ownBusName } from '../fixtures/bus-name-owner.ts';
import { programPath } from '../fixtures/background-program.ts';
import { startSessionBus } from '../fixtures/session-bus.ts';
import type { SessionBus } from '../fixtures/session-bus.ts';

let bus: SessionBus;

beforeAll(async () => {
  bus = await startSessionBus();
});
afterAll(() => bus.stop());

/** As if no other program were installed. */
function only(program: string): RunProgram {
  return async (asked, words) => {
    if (asked !== program) throw new Error('ENOENT');
    return (await promisify(execFile)(programPath(program, 'dbus'), words, { env: bus.environment })).stdout;
  };
}

test('dbus-send tells a desktop with a tray from one without', async () => {
  expect(await hasTrayHost(only('dbus-send'))).toBe(false);
  const release = await ownBusName(bus.environment.DBUS_SESSION_BUS_ADDRESS, 'org.kde.StatusNotifierWatcher');
  expect(await hasTrayHost(only('dbus-send'))).toBe(true);
  release();
});

test('a session without a bus has no tray', async () => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere');
  expect(await hasTrayHost()).toBe(false);
});
