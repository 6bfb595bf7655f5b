import { beforeEach, describe, expect, it } from 'vitest';
import { pinnedProfiles, setPinned } from '../../../main/settings/pinned-profiles.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import type { Settings } from '../../../main/settings/settings.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

let settings: Settings;
const known = () => true;
const pinned = () => [...pinnedProfiles(settings)];

beforeEach(() => {
  settings = createSettings(new MemoryStorage(new FakeClock()).settings);
});

describe('pinned profiles', () => {
  it('are none at first', () => {
    expect(pinned()).toEqual([]);
  });

  it('are kept in the order in which they were pinned', async () => {
    await setPinned(settings, { id: 'b', isPinned: true }, known);
    await setPinned(settings, { id: 'a', isPinned: true }, known);
    expect(pinned()).toEqual(['b', 'a']);
  });

  it('are let go of', async () => {
    await setPinned(settings, { id: 'a', isPinned: true }, known);
    await setPinned(settings, { id: 'a', isPinned: false }, known);
    expect(settings.get('pinnedProfiles')).toBeUndefined();
  });

  it('that are gone are forgotten with the next one', async () => {
    await setPinned(settings, { id: 'gone', isPinned: true }, known);
    await setPinned(settings, { id: 'a', isPinned: true }, (id) => id !== 'gone');
    expect(pinned()).toEqual(['a']);
  });

  it.each(['{}', '"a"', '[1, null, "a"]'])(
    'of a list that was damaged to %s are those that can be read',
    async (text) => {
      await settings.set('pinnedProfiles', text);
      expect(pinned()).toEqual(text.startsWith('[') ? ['a'] : []);
    },
  );
});
