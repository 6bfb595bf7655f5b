import { expect, test } from 'vitest';
import { hasTrayHost } from '../../../main/desktop/tray-host.ts';
import { watchTrayPresence } from '../../../main/desktop/tray-presence.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';

const missing = () => Promise.reject(new Error('ENOENT'));

test.each([
  ['(true,)\n', true],
  ['(false,)\n', false],
])('what the bus answers counts: %j', async (answer, expected) => {
  expect(await hasTrayHost(async () => answer)).toBe(expected);
});

test('a program that is missing is replaced by the next', async () => {
  const asked: string[] = [];
  const run = (program: string) => {
    asked.push(program);
    return program === 'dbus-send' ? Promise.resolve('   boolean true\n') : missing();
  };
  expect(await hasTrayHost(run)).toBe(true);
  expect(asked).toEqual(['gdbus', 'busctl', 'dbus-send']);
});

test('where nobody can be asked, no tray is assumed', async () => {
  expect(await hasTrayHost(missing)).toBe(false);
});

test('a panel that starts after the application is found', async () => {
  const clock = new FakeClock();
  let shown = 0;
  const answers = [false, false, true];
  const presence = watchTrayPresence({ clock, ask: async () => answers.shift() ?? false, onShown: () => shown++ });
  await presence.known;
  expect(presence.isShown).toBe(false);
  await clock.advance(10_000);
  expect(presence.isShown).toBe(true);
  expect(shown).toBe(1);
  expect(clock.pendingTimers).toBe(0);
});

test('a desktop without a tray is not asked for ever', async () => {
  const clock = new FakeClock();
  let asked = 0;
  const presence = watchTrayPresence({ clock, ask: async () => asked++ < 0, onShown: () => undefined });
  await clock.advance(24 * 3_600_000);
  expect(presence.isShown).toBe(false);
  expect(asked).toBe(5);
});

test('nothing is asked after the end', async () => {
  const clock = new FakeClock();
  const presence = watchTrayPresence({ clock, ask: async () => false, onShown: () => undefined });
  presence.close();
  await settle();
  expect(clock.pendingTimers).toBe(0);
});
