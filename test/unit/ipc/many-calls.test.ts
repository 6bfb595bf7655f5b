/** What the window does with several profiles at once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { EndedSession } from '../../../main/ipc/end-session.ts';
import { manyCalls } from '../../../main/ipc/many-calls.ts';
import { createRemovals, undoMs } from '../../../main/ipc/removals.ts';
import { turnsPerHost } from '../../../main/tokens/host-turns.ts';
import { CallApplication } from '../../fixtures/call-application.ts';
import { settle } from '../../fixtures/fake-clock.ts';

let application: CallApplication;
let calls: ReturnType<typeof manyCalls>;
let ended: EndedSession;
let ids: readonly string[];

const names = () => application.status().map(({ name }) => name);
const tagsOf = (name: string) => application.storage.profiles.find(name)?.profile.tags;
const sending = () => [...application.tenant.inFlight.values()].reduce((sum, count) => sum + count, 0);

beforeEach(async () => {
  application = new CallApplication();
  ended = { isSignedOut: false };
  const { storage, settings, clock } = application;
  const removals = createRemovals({ profiles: storage.profiles, settings, clock, endSession: async () => ended });
  calls = manyCalls(application.ports, removals);
  ids = [await application.add('a'), await application.add('b', { tags: ['emea'] }), await application.add('c')];
});

describe('refreshing several profiles', () => {
  it('makes one request for each, though their tokens still live', async () => {
    await calls['profiles.refreshMany']({ ids: [...ids] });
    const reply = await calls['profiles.refreshMany']({ ids: [...ids] });
    expect(reply).toEqual({ doneIds: ids, failed: [] });
    expect(application.tenant.requests.map(({ profile }) => profile)).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('sends no more than a few requests to one host at a time', async () => {
    const more = await Promise.all(['d', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => application.add(name)));
    application.tenant.hold();
    const refreshing = calls['profiles.refreshMany']({ ids: [...ids, ...more] });
    await settle();
    expect(sending()).toBe(turnsPerHost);
    application.tenant.release();
    await expect(refreshing).resolves.toMatchObject({ failed: [] });
  });

  it('tells which failed and why, and renews the others', async () => {
    application.tenant.outcomes = [
      new TokentrayError('auth.refused', { data: { status: 401, oauthError: 'invalid_client' } }),
      { lifetimeMs: 749_000 },
    ];
    const { doneIds, failed } = await calls['profiles.refreshMany']({ ids: [...ids] });
    expect(doneIds).toHaveLength(2);
    expect(failed).toMatchObject([{ failure: { code: 'auth.refused' } }]);
  });

  it('asks once for a profile that is named twice', async () => {
    await calls['profiles.refreshMany']({ ids: [ids[0] ?? '', ids[0] ?? ''] });
    expect(application.tenant.requests).toHaveLength(1);
  });
});

describe('removing several profiles', () => {
  it('takes them away, and gives them all back', async () => {
    const reply = await calls['profiles.removeMany']({ ids: [...ids] });
    expect(reply).toMatchObject({ doneIds: ids, failed: [], undoUntilMs: application.clock.now() + undoMs });
    expect(names()).toEqual([]);
    await expect(calls['profiles.restoreMany']({ ids: [...ids] })).resolves.toEqual({ doneIds: ids, failed: [] });
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('keeps all of them for as long as the last', async () => {
    const { storage, settings, clock } = application;
    const slow = createRemovals({
      profiles: storage.profiles,
      settings,
      clock,
      async endSession(id) {
        if (id === ids[2]) await clock.advance(3 * undoMs);
        return ended;
      },
    });
    const slowCalls = manyCalls(application.ports, slow);
    await slowCalls['profiles.removeMany']({ ids: [...ids] });
    await clock.advance(undoMs - 1);
    await expect(slowCalls['profiles.restoreMany']({ ids: [...ids] })).resolves.toMatchObject({ doneIds: ids });
  });

  it('cannot be undone any more when the time is over', async () => {
    await calls['profiles.removeMany']({ ids: [...ids] });
    await application.clock.advance(undoMs);
    const { doneIds, failed } = await calls['profiles.restoreMany']({ ids: [...ids] });
    expect(doneIds).toEqual([]);
    expect(failed.map(({ failure }) => failure.code)).toEqual(ids.map(() => 'config.profile_not_found'));
  });

  it('tells of how many sessions the servers heard, and why others did not', async () => {
    ended = { isSignedOut: true, warning: 'One server could not be told.' };
    const reply = await calls['profiles.removeMany']({ ids: ids.slice(0, 2) });
    expect(reply).toMatchObject({ signedOut: 2, warnings: [ended.warning, ended.warning] });
  });

  it('removes those that are there when one is gone already', async () => {
    const reply = await calls['profiles.removeMany']({ ids: ['id-gone', ids[0] ?? ''] });
    expect(reply).toMatchObject({ doneIds: [ids[0]], failed: [{ id: 'id-gone' }] });
  });
});

describe('the tags of several profiles', () => {
  it('are added and taken away, and the others stay', async () => {
    await calls['profiles.setTags']({ ids: [...ids], add: ['core'], remove: [] });
    expect([tagsOf('a'), tagsOf('b')]).toEqual([['core'], ['emea', 'core']]);
    await calls['profiles.setTags']({ ids: [...ids], add: [], remove: ['core'] });
    expect([tagsOf('a'), tagsOf('b')]).toEqual([undefined, ['emea']]);
  });

  it('change nothing where they are so already', async () => {
    const before = application.storage.profiles.find('b')?.revision;
    await calls['profiles.setTags']({ ids: [...ids], add: ['emea'], remove: ['gone'] });
    expect(application.storage.profiles.find('b')?.revision).toBe(before);
  });

  it('raise the revision, so that a page about the profile is read again', async () => {
    const before = application.storage.profiles.find('a')?.revision ?? 0;
    await calls['profiles.setTags']({ ids: [...ids], add: ['core'], remove: [] });
    expect(application.storage.profiles.find('a')?.revision).toBe(before + 1);
  });

  it('wake no profile that has stopped, and send no request', async () => {
    application.tenant.outcomes = [
      new TokentrayError('auth.refused', { data: { status: 401, oauthError: 'invalid_client' } }),
    ];
    const id = ids[0] ?? '';
    await calls['profiles.refreshMany']({ ids: [id] });
    application.engine.start();
    await calls['profiles.setTags']({ ids: [id], add: ['core'], remove: [] });
    await application.clock.advance(60_000);
    const status = application.status().find((row) => row.id === id);
    expect(status?.activity).toBe('stopped');
    expect(application.tenant.requests.filter(({ profile }) => profile === 'a')).toHaveLength(1);
    await application.engine.stop();
  });

  it('are refused where the profile could not be stored so', async () => {
    const reply = await calls['profiles.setTags']({ ids: [ids[0] ?? ''], add: ['two\nlines'], remove: [] });
    expect(reply).toMatchObject({ doneIds: [], failed: [{ failure: { code: 'config.profile_invalid' } }] });
  });
});
