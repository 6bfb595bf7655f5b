import { beforeEach, expect, test } from 'vitest';
import { createCopyToken, clipboardStayMs } from '../../../main/desktop/copy-token.ts';
import type { CopyRequest, CopyToken, CopyTokenParts } from '../../../main/desktop/copy-token.ts';
import { createProductionGuard } from '../../../main/desktop/production-guard.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import type { SettingKey } from '../../../main/settings/setting-keys.ts';
import type { TokenQuery, TokenResult } from '../../../main/tokens/tokens.ts';
import { profileNamed, tokenRecord } from '../../fixtures/agent-ports.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

const clearsAtMs = 1_800_000_060_000;
let copied: string[];
let asked: TokenQuery[];
let result: TokenResult;
let storage: MemoryStorage;
let clock: FakeClock;
let set: Partial<Record<SettingKey, string>>;
let stays: number[];

beforeEach(() => {
  copied = [];
  asked = [];
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  set = {};
  stays = [];
  result = resultFor(profileNamed('acme-prod'));
});

function resultFor(profile: Profile, over: Partial<TokenResult> = {}): TokenResult {
  const stored = { id: 'id-1', profile, revision: 1, createdAtMs: 0, updatedAtMs: 0 };
  return { profile: stored, token: tokenRecord(), remainingMs: 600_000, belowMinimum: false, ...over };
}

const settings = { get: (key: SettingKey) => set[key] };

function copyToken(over: Partial<CopyTokenParts> = {}): CopyToken {
  const engine = {
    token: async (_id: string, query: TokenQuery = {}) => {
      asked.push(query);
      return result;
    },
  };
  const clipboard = {
    put: async (text: string, stayMs: number) => {
      copied.push(text);
      stays.push(stayMs);
      return clearsAtMs;
    },
  };
  const guard = createProductionGuard(clock, settings);
  return createCopyToken({ ports: { engine, storage, settings }, clipboard, guard, ...over });
}

const request = { id: 'id-1', as: 'raw', from: 'window' } as const;

function copy(more: Partial<CopyRequest> = {}, over: Partial<CopyTokenParts> = {}) {
  return copyToken(over)({ ...request, ...more });
}

test('a token with a minute to live is asked for, and copied', async () => {
  const reply = await copy();
  expect(asked).toEqual([{ minValidMs: 60_000 }]);
  expect(copied).toEqual([result.token.accessToken]);
  expect(reply).toEqual({ outcome: 'copied', remainingMs: 600_000, belowMinimum: false, clearsAtMs });
});

test('the header holds the token itself', async () => {
  await copy({ as: 'header' });
  expect(copied).toEqual([`Authorization: Bearer ${result.token.accessToken}`]);
});

test('a curl command holds no token unless it is wanted literally', async () => {
  await copy({ as: 'curl' });
  await copy({ as: 'curl', literal: true });
  expect(copied.map((text) => text.includes('CANARY'))).toEqual([false, true]);
});

test('a token that lives too short is copied, and the reply says so', async () => {
  result = resultFor(profileNamed('acme-prod'), { remainingMs: 20_000, belowMinimum: true });
  expect(await copy()).toMatchObject({ belowMinimum: true, remainingMs: 20_000 });
});

const expecting: Profile = { ...profileNamed('acme-prod'), expectUser: 'jane.admin' };
const ofSomebodyElse = { token: tokenRecord({ identity: { user: 'john.doe' } }) };

test("somebody else's token is not copied unasked", async () => {
  result = resultFor(expecting, ofSomebodyElse);
  expect(await copy()).toEqual({
    outcome: 'unexpected-identity',
    expected: { user: 'jane.admin' },
    actual: { user: 'john.doe' },
  });
  expect(copied).toEqual([]);
});

test("somebody else's token is copied when that is wanted", async () => {
  result = resultFor(expecting, ofSomebodyElse);
  const copyIt = copyToken();
  await copyIt(request);
  expect(await copyIt({ ...request, confirmed: true })).toMatchObject({ outcome: 'copied' });
  expect(copied).toHaveLength(1);
});

test('the history of the profile tells that it was copied, and in which form', async () => {
  await copy({ as: 'curl' });
  expect(storage.happened).toMatchObject([{ profileId: 'id-1', event: { what: 'copied', as: 'curl' } }]);
});

test('the history tells nothing of what was not copied', async () => {
  result = resultFor(expecting, ofSomebodyElse);
  await copy();
  expect(storage.happened).toEqual([]);
});

test('when no token can be had, the clipboard is left alone', async () => {
  const engine = { token: () => Promise.reject(new TokentrayError('auth.refused')) };
  await expect(copy({}, { ports: { engine, storage, settings } })).rejects.toMatchObject({ code: 'auth.refused' });
  expect(copied).toEqual([]);
});

test('from the tray it is written only by way of a focused window, where that is needed', async () => {
  const writes: (() => Promise<unknown>)[] = [];
  const writeFocused = <Result>(_name: string, write: () => Promise<Result>) => {
    writes.push(write);
    return write();
  };
  await copy({ from: 'tray' }, { writeFocused });
  await copy({ from: 'window' }, { writeFocused });
  expect(writes).toHaveLength(1);
  expect(copied).toHaveLength(2);
});

const production: Profile = { ...profileNamed('acme-prod'), environment: 'production' };
const guarded = { outcome: 'production-guard', environment: 'production' };

test.each(['window', 'tray'] as const)('a production token is not copied unasked from the %s', async (from) => {
  result = resultFor(production);
  expect(await copy({ from })).toEqual(guarded);
  expect(copied).toEqual([]);
});

test('a production token is copied after a yes, and not asked about again for five minutes', async () => {
  result = resultFor(production);
  const copyIt = copyToken();
  await copyIt(request);
  expect(await copyIt({ ...request, confirmed: true })).toMatchObject({ outcome: 'copied' });
  await clock.advance(5 * 60_000 - 1);
  expect(await copyIt(request)).toMatchObject({ outcome: 'copied' });
  await clock.advance(1);
  expect(await copyIt(request)).toEqual(guarded);
});

test('a yes to one production profile is none to another', async () => {
  result = resultFor(production);
  const copyIt = copyToken();
  await copyIt(request);
  await copyIt({ ...request, confirmed: true });
  result = { ...result, profile: { ...result.profile, id: 'id-2' } };
  expect(await copyIt({ ...request, id: 'id-2' })).toEqual(guarded);
});

test('a yes that nobody was asked for copies nothing', async () => {
  result = resultFor(production);
  expect(await copy({ confirmed: true })).toEqual(guarded);
});

test("a yes to production is none to somebody else's token that came meanwhile", async () => {
  result = resultFor({ ...expecting, environment: 'production' });
  const copyIt = copyToken();
  await copyIt(request);
  result = resultFor({ ...expecting, environment: 'production' }, ofSomebodyElse);
  expect(await copyIt({ ...request, confirmed: true })).toMatchObject({ outcome: 'unexpected-identity' });
  expect(copied).toEqual([]);
});

test("one question is asked about somebody else's token on production", async () => {
  result = resultFor({ ...expecting, environment: 'production' }, ofSomebodyElse);
  const copyIt = copyToken();
  expect(await copyIt(request)).toMatchObject({ outcome: 'unexpected-identity' });
  expect(await copyIt({ ...request, confirmed: true })).toMatchObject({ outcome: 'copied' });
});

test.each([
  ['the guard is off', production, { productionGuard: 'off' }],
  ['it is for a sandbox', { ...production, environment: 'sandbox' }, {}],
  ['nobody said what it is for', profileNamed('acme-prod'), {}],
] as const)('a token is copied unasked when %s', async (_when, profile, settingsNow) => {
  result = resultFor(profile);
  set = settingsNow;
  expect(await copy()).toMatchObject({ outcome: 'copied' });
});

test('a production token leaves the clipboard sooner than others', async () => {
  set = { productionGuard: 'off' };
  await copy();
  result = resultFor(production);
  await copy();
  expect(stays).toEqual([60_000, 15_000]);
});

test.each([
  [undefined, undefined, undefined, 60_000],
  [undefined, '0', undefined, 0],
  [undefined, '15', '5', 15_000],
  ['production', undefined, undefined, 15_000],
  ['production', '10', undefined, 10_000],
  ['production', '0', undefined, 15_000],
  ['production', '90', '0', 90_000],
] as const)('in %s, with %s and %s seconds set, a token stays for %i ms', (environment, usual, sooner, ms) => {
  set = {
    ...(usual === undefined ? {} : { clipboardSeconds: usual }),
    ...(sooner === undefined ? {} : { productionClipboardSeconds: sooner }),
  };
  expect(clipboardStayMs(settings, environment === undefined ? {} : { environment })).toBe(ms);
});
