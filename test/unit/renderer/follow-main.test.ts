import { beforeEach, describe, expect, it } from 'vitest';
import { followMain } from '../../../renderer/state/follow-main.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { emptyState } from '../../../renderer/state/window-state.ts';
import { scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { failed, FakeApi, ok } from './fake-api.ts';

const nowMs = 1_800_000_000_000;
const { state } = scriptWith(nowMs, [viewOf('acme', nowMs)]);
let fake: FakeApi;
let store: ReturnType<typeof createStore<typeof emptyState>>;

beforeEach(() => {
  fake = new FakeApi();
  store = createStore(emptyState);
});

describe('following the main process', () => {
  it('loses nothing that happens while the first answer is under way', async () => {
    fake.will('app.state', ok(state));
    const loading = followMain(fake.api, store).load();
    fake.emit('profiles.changed', { changed: [viewOf('acme', nowMs, { activity: 'refreshing' })], removedIds: [] });
    await loading;
    expect(store.get().profiles.get('id-acme')?.activity).toBe('refreshing');
  });

  it('applies what comes afterwards', async () => {
    fake.will('app.state', ok(state));
    await followMain(fake.api, store).load();
    fake.emit('profiles.changed', { changed: [], removedIds: ['id-acme'] });
    expect(store.get().order).toEqual([]);
  });

  it('says why when main does not answer, and can try again', async () => {
    fake.will('app.state', failed, ok(state));
    const follower = followMain(fake.api, store);
    await follower.load();
    const before = store.get().phase;
    await follower.load();
    expect([before, store.get().phase]).toEqual(['failed', 'ready']);
  });

  it('leaves no listener behind', async () => {
    followMain(fake.api, store).stop();
    expect(fake.listenerCount).toBe(0);
  });
});
