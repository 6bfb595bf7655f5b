import { describe, expect, it } from 'vitest';
import { keepListView, listView } from '../../../main/ipc/list-view.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { plainListView } from '../../fixtures/window-states.ts';

const settings = () => createSettings(new MemoryStorage(new FakeClock()).settings);

describe('how the list is shown', () => {
  it('is plain at first', () => {
    expect(listView(settings())).toEqual(plainListView);
  });

  it('is kept', async () => {
    const kept = settings();
    const view = { ...plainListView, group: 'state', tags: ['emea'], showsTimeline: false } as const;
    await keepListView(kept, { ...view, tags: ['emea'] });
    expect(listView(kept)).toEqual(view);
  });

  it.each(['{"group":"of another version"}', '[]', 'null'])('is plain again after %s was stored', async (text) => {
    const kept = settings();
    await kept.set('listView', text);
    expect(listView(kept)).toEqual(plainListView);
  });

  it('is nothing that is listed among the settings', async () => {
    const kept = settings();
    await keepListView(kept, plainListView);
    expect(kept.list().map(({ key }) => key)).not.toContain('listView');
  });
});
