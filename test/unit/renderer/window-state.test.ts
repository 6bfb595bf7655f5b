import { describe, expect, it } from 'vitest';
import { headerChanged, loaded, profilesChanged } from '../../../renderer/state/window-state.ts';
import { everyState, scriptWith, viewOf } from '../../fixtures/window-states.ts';

const nowMs = 1_800_000_000_000;
const state = loaded(scriptWith(nowMs, everyState(nowMs).toReversed()).state);

describe('what the window knows', () => {
  it('is in the order of the list, however main sends it', () => {
    expect(state.order).toEqual(everyState(nowMs).map(({ id }) => id));
  });

  it('keeps the identity of every other profile when one changes', () => {
    const next = profilesChanged(state, { changed: [viewOf('aic-dev', nowMs)], removedIds: [] });
    const kept = state.order.filter((id) => next.profiles.get(id) === state.profiles.get(id));
    expect(kept).toHaveLength(state.order.length - 1);
  });

  it('keeps the order as it is while no name changes', () => {
    const next = profilesChanged(state, { changed: [viewOf('aic-dev', nowMs)], removedIds: [] });
    expect(next.order).toBe(state.order);
  });

  it('moves a renamed profile to its place', () => {
    const renamed = { ...viewOf('zebra', nowMs), id: 'id-acme-prod' };
    expect(profilesChanged(state, { changed: [renamed], removedIds: [] }).order.at(-1)).toBe('id-acme-prod');
  });

  it('forgets what was removed', () => {
    const next = profilesChanged(state, { changed: [], removedIds: ['id-aic-dev'] });
    expect([next.profiles.has('id-aic-dev'), next.order.includes('id-aic-dev')]).toEqual([false, false]);
  });

  it('does not touch the profiles when the application changes', () => {
    const { profiles: _, ...header } = scriptWith(nowMs, []).state;
    expect(headerChanged(state, header).profiles).toBe(state.profiles);
  });
});
