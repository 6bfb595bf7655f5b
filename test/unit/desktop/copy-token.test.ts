import { beforeEach, expect, test } from 'vitest';
import { createCopyToken, clipboardStayMs } from '../../../main/desktop/copy-token.ts';
import type { CopyRequest, CopyTokenParts } from '../../../main/desktop/copy-token.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import type { TokenQuery, TokenResult } from '../../../main/tokens/tokens.ts';
import { profileNamed, tokenRecord } from '../../fixtures/agent-ports.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

const clearsAtMs = 1_800_000_060_000;
let copied: string[];
let asked: TokenQuery[];
let result: TokenResult;
let storage: MemoryStorage;

beforeEach(() => {
  copied = [];
  asked = [];
  storage = new MemoryStorage(new FakeClock());
  result = resultFor(profileNamed('acme-prod'));
});

function resultFor(profile: Profile, over: Partial<TokenResult> = {}): TokenResult {
  const stored = { id: 'id-1', profile, revision: 1, createdAtMs: 0, updatedAtMs: 0 };
  return { profile: stored, token: tokenRecord(), remainingMs: 600_000, belowMinimum: false, ...over };
}

function copy(request: Partial<CopyRequest> = {}, over: Partial<CopyTokenParts> = {}) {
  const engine = {
    token: async (_id: string, query: TokenQuery = {}) => {
      asked.push(query);
      return result;
    },
  };
  const clipboard = {
    put: async (text: string) => {
      copied.push(text);
      return clearsAtMs;
    },
  };
  const all = createCopyToken({ ports: { engine, storage }, clipboard, ...over });
  return all({ id: 'id-1', as: 'raw', from: 'window', ...request });
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
  expect(await copy({ confirmed: true })).toMatchObject({ outcome: 'copied' });
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
  await expect(copy({}, { ports: { engine, storage } })).rejects.toMatchObject({ code: 'auth.refused' });
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

test.each([
  [undefined, 60_000],
  ['0', 0],
  ['15', 15_000],
])('with the setting %s a token stays for %i ms', (setting, ms) => {
  expect(clipboardStayMs({ get: () => setting })).toBe(ms);
});
