import { beforeEach, expect, test } from 'vitest';
import { createWriteFocused } from '../../../main/desktop/copy-focused.ts';
import type { CopyWindowEvents } from '../../../main/desktop/copy-focused.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';

let clock: FakeClock;
let pages: string[];
let events: CopyWindowEvents;
let writes: number;

beforeEach(() => {
  clock = new FakeClock();
  pages = [];
  writes = 0;
});

function writeFocused(isFocused = false): Promise<string> {
  const run = createWriteFocused({
    clock,
    isFocused: () => isFocused,
    openWindow(_name, given) {
      events = given;
      return {
        show: (page) => pages.push(page),
        close() {
          pages.push('closed');
          given.onClosed();
        },
      };
    },
  });
  return run('Acme', async () => `written ${++writes}`);
}

test('nothing is written before the window has the focus', async () => {
  void writeFocused();
  await clock.advance(3_600_000);
  expect(writes).toBe(0);
  expect(pages).toEqual(['waiting']);
});

test('with the focus it is written, and only then called copied', async () => {
  const written = writeFocused();
  events.onFocus();
  expect(await written).toBe('written 1');
  expect(pages).toEqual(['waiting', 'copied']);
});

test('a key or button pressed in the window writes once more', async () => {
  const written = writeFocused();
  events.onFocus();
  await written;
  events.onFocus();
  await settle();
  expect(writes).toBe(2);
});

test('the window goes by itself after a while', async () => {
  const written = writeFocused();
  events.onFocus();
  await written;
  await clock.advance(2_500);
  expect(pages).toEqual(['waiting', 'copied', 'closed']);
  expect(clock.pendingTimers).toBe(0);
});

test('the window goes when somebody turns to another after the copy', async () => {
  const written = writeFocused();
  events.onFocus();
  await written;
  events.onBlur();
  expect(pages.at(-1)).toBe('closed');
});

test('a window that never had the focus stays when it loses what it never had', () => {
  void writeFocused();
  events.onBlur();
  expect(pages).toEqual(['waiting']);
});

test('a window that is closed before it had the focus copied nothing', async () => {
  const written = writeFocused();
  events.onClosed();
  await expect(written).rejects.toMatchObject({ code: 'internal.cancelled' });
  expect(writes).toBe(0);
});

test('where a window of the application has the focus, none is opened', async () => {
  expect(await writeFocused(true)).toBe('written 1');
  expect(pages).toEqual([]);
});
