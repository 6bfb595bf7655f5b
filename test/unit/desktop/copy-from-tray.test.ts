import { beforeEach, expect, test } from 'vitest';
import type { CopyReply } from '../../../preload/replies.ts';
import { createCopyFromTray } from '../../../main/desktop/copy-from-tray.ts';
import type { CopyRequest } from '../../../main/desktop/copy-token.ts';
import { createTrayMoments } from '../../../main/desktop/tray-moments.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';

const copied: CopyReply = { outcome: 'copied', remainingMs: 600_000, belowMinimum: false, clearsAtMs: null };
const unexpected: CopyReply = { outcome: 'unexpected-identity', expected: { user: 'jane' }, actual: { user: 'john' } };

let clock: FakeClock;
let asked: CopyRequest[];
let shown: string[];
let failures: string[];
let warnings: number[];
let answers: boolean;
let reply: (request: CopyRequest) => Promise<CopyReply>;

beforeEach(() => {
  clock = new FakeClock();
  asked = [];
  shown = [];
  failures = [];
  warnings = [];
  answers = false;
  reply = async () => copied;
});

function tray() {
  return createCopyFromTray({
    copy: (request) => {
      asked.push(request);
      return reply(request);
    },
    titleOf: (id) => `title of ${id}`,
    confirm: async () => answers,
    moments: createTrayMoments(clock, (moment) => shown.push(moment?.kind ?? 'as it is')),
    warnShortLife: (_id, remainingMs) => warnings.push(remainingMs),
    fail: (id) => failures.push(id),
  });
}

test('a copy that is done at once shows its tick, never that it works, and then what is so', async () => {
  await tray()('a', 'raw');
  await clock.advance(10_000);
  expect(shown).toEqual(['copied', 'as it is']);
});

test('a copy that takes its time shows that it works', async () => {
  const { promise, resolve } = Promise.withResolvers<CopyReply>();
  reply = () => promise;
  const done = tray()('a', 'raw');
  await clock.advance(1_000);
  resolve(copied);
  await done;
  expect(shown).toEqual(['working', 'copied']);
});

test('a second click while it goes on is the same copy', async () => {
  const { promise, resolve } = Promise.withResolvers<CopyReply>();
  reply = () => promise;
  const copy = tray();
  const done = [copy('a', 'raw'), copy('a', 'raw')];
  resolve(copied);
  await Promise.all(done);
  expect(asked).toHaveLength(1);
});

test('a click right after a copy keeps its own tick for the whole time', async () => {
  const copy = tray();
  await copy('a', 'raw');
  await clock.advance(1_000);
  await copy('b', 'raw');
  await clock.advance(1_400);
  expect(shown).toEqual(['copied', 'copied']);
});

const guarded: CopyReply = { outcome: 'production-guard', environment: 'production' };

test.each([
  ["somebody else's token", unexpected],
  ['a production token', guarded],
])('%s is copied only after a yes', async (_whose, question) => {
  reply = async ({ confirmed }) => (confirmed === true ? copied : question);
  await tray()('a', 'raw');
  expect(asked.map(({ confirmed }) => confirmed)).toEqual([undefined]);
  answers = true;
  await tray()('a', 'raw');
  expect(asked.map(({ confirmed }) => confirmed)).toEqual([undefined, undefined, true]);
  expect(shown).toEqual(['as it is', 'as it is', 'as it is', 'copied']);
});

test('a failure is told once, and nothing claims a copy', async () => {
  reply = () => Promise.reject(new TokentrayError('network.dns'));
  await tray()('a', 'raw');
  await clock.advance(10_000);
  expect(failures).toEqual(['a']);
  expect(shown).toEqual(['as it is']);
});

test('a copy that nobody wants any more is no failure', async () => {
  reply = () => Promise.reject(new TokentrayError('internal.cancelled'));
  await tray()('a', 'raw');
  expect(failures).toEqual([]);
});

test('a token that lives too short comes with a warning', async () => {
  reply = async () => ({ ...copied, belowMinimum: true, remainingMs: 20_000 });
  await tray()('a', 'raw');
  await settle();
  expect(warnings).toEqual([20_000]);
});
