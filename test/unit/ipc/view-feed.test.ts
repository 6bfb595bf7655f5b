import { beforeEach, describe, expect, it } from 'vitest';
import type { AppHeader, ProfileView } from '../../../preload/views.ts';
import { profileView } from '../../../main/ipc/views.ts';
import { createViewFeed } from '../../../main/ipc/view-feed.ts';
import type { ViewFeed } from '../../../main/ipc/view-feed.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { profileStatusOf } from '../../fixtures/profile-status.ts';
import { plainListView } from '../../fixtures/window-states.ts';

let clock: FakeClock;
let profiles: ProfileView[];
let header: AppHeader;
let isVisible: boolean;
let reads: number;
let sent: [string, unknown][];
let feed: ViewFeed;

const view = (name: string, over: Parameters<typeof profileStatusOf>[1] = {}) =>
  profileView(profileStatusOf(name, { expiresAtMs: null, ...over }), undefined);

beforeEach(() => {
  clock = new FakeClock();
  profiles = [view('acme'), view('globex')];
  header = {
    version: '1',
    isDemo: false,
    platform: 'linux',
    theme: 'system',
    hasTray: true,
    isOnline: true,
    quickSwitcher: null,
    isSigningInToAll: false,
    listView: plainListView,
    lock: null,
    otherAgent: null,
    damagedProfiles: [],
  };
  isVisible = true;
  reads = 0;
  sent = [];
  feed = createViewFeed({
    clock,
    views() {
      reads++;
      return profiles;
    },
    header: () => header,
    isVisible: () => isVisible,
    send: (name, payload) => sent.push([name, payload]),
  });
});

const change = (name: string) => {
  profiles = profiles.map((row) => (row.name === name ? view(name, { activity: 'refreshing' }) : row));
  feed.touch();
};

describe('what the window is told', () => {
  it('is everything when it asks', () => {
    expect(feed.state()).toEqual({ ...header, profiles });
  });

  it('is nothing while nothing changed', async () => {
    feed.state();
    feed.touch();
    await clock.advance(1_000);
    expect(sent).toEqual([]);
  });

  it('is the row that changed, and only that', async () => {
    feed.state();
    change('globex');
    await clock.advance(25);
    expect(sent).toEqual([['profiles.changed', { changed: [profiles[1]], removedIds: [] }]]);
  });

  it('is one message for several changes in a row', async () => {
    feed.state();
    change('acme');
    await clock.advance(10);
    change('globex');
    await clock.advance(1_000);
    expect(sent).toHaveLength(1);
  });

  it('is the header when that changed, and no rows with it', async () => {
    feed.state();
    header = { ...header, isOnline: false };
    feed.touch();
    await clock.advance(25);
    expect(sent).toEqual([['app.changed', header]]);
  });

  it('is nothing while the database cannot be read, and everything missed afterwards', async () => {
    feed.state();
    const readable = profiles;
    profiles = new Proxy(readable, {
      get: () => {
        throw new Error('busy');
      },
    });
    feed.touch();
    await clock.advance(25);
    expect(sent).toEqual([]);
    profiles = readable;
    change('acme');
    await clock.advance(25);
    expect(sent).toHaveLength(1);
  });
});

describe('a window that nobody sees', () => {
  it('is told nothing, and nothing is read for it', async () => {
    feed.state();
    isVisible = false;
    const before = reads;
    change('acme');
    await clock.advance(60_000);
    expect(sent).toEqual([]);
    expect(reads).toBe(before);
  });

  it('leaves no timer behind', async () => {
    change('acme');
    isVisible = false;
    feed.touch();
    expect(clock.pendingTimers).toBe(0);
  });

  it('gets what changed meanwhile at once, before it is shown', () => {
    feed.state();
    isVisible = false;
    change('acme');
    feed.bring();
    expect(sent).toEqual([['profiles.changed', { changed: [profiles[0]], removedIds: [] }]]);
    feed.bring();
    expect(sent).toHaveLength(1);
  });

  it('gets what changed meanwhile when it is seen again', async () => {
    feed.state();
    isVisible = false;
    change('acme');
    await clock.advance(1_000);
    isVisible = true;
    feed.touch();
    await clock.advance(25);
    expect(sent).toEqual([['profiles.changed', { changed: [profiles[0]], removedIds: [] }]]);
  });
});
