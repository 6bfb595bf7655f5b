/** The time axis: where things are drawn, and what it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityOf } from '../../../renderer/views/timeline/density.ts';
import { instantAt, marksOf, nowPlace, placeOf, scaleFor } from '../../../renderer/views/timeline/time-scale.ts';
import { drawTracks, mostTracks, tracksOfMany } from '../../../renderer/views/timeline/tracks.ts';
import { markWords, nextEvent, nextEventWords, timelineSummary } from '../../../renderer/words/timeline-words.ts';
import { everyState, manyProfiles, viewOf } from '../../fixtures/window-states.ts';

const nowMs = 1_800_000_000_000;
const minute = 60_000;
const instants = fc.array(fc.integer({ min: nowMs - 10_000 * minute, max: nowMs + 100_000 * minute }), {
  minLength: 1,
  maxLength: 30,
});

describe('the scale', () => {
  it('keeps the order of time, and everything within the picture', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const scale = scaleFor(all, nowMs);
        const places = all.toSorted((a, b) => a - b).map((atMs) => placeOf(scale, atMs));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
      }),
    );
  });

  it('leads from a place back to its instant', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const scale = scaleFor(all, nowMs);
        for (const atMs of all) expect(Math.abs(instantAt(scale, placeOf(scale, atMs)) - atMs)).toBeLessThan(1);
      }),
    );
  });

  it('puts now where the past meets the future', () => {
    expect(placeOf(scaleFor([nowMs + minute], nowMs), nowMs)).toBeCloseTo(nowPlace);
  });

  it('draws what lies beyond at the end', () => {
    const scale = scaleFor([nowMs + minute], nowMs);
    expect([placeOf(scale, nowMs + 1e12), placeOf(scale, nowMs - 1e12)]).toEqual([1, 0]);
  });

  it('gives a minute more room near now than far away', () => {
    const scale = scaleFor([nowMs + 600 * minute], nowMs);
    const room = (atMs: number) => placeOf(scale, atMs + minute) - placeOf(scale, atMs);
    expect(room(nowMs)).toBeGreaterThan(10 * room(nowMs + 300 * minute));
  });

  it('stands still while the furthest token comes nearer', () => {
    expect(scaleFor([nowMs + 12 * minute], nowMs)).toEqual(scaleFor([nowMs + 5 * minute], nowMs));
  });

  it('writes no marks that touch', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const places = marksOf(scaleFor(all, nowMs)).map(({ place }) => place);
        places.forEach((place, index) => expect((places[index - 1] ?? 2) - place).toBeGreaterThan(0.1));
        expect(places.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    [5 * minute, '5m'],
    [60 * minute, '1h'],
    [7 * 24 * 60 * minute, '7d'],
  ])('writes %i ms as %s', (awayMs, words) => {
    expect(markWords(awayMs)).toBe(words);
  });
});

const trackOf = (over: Parameters<typeof viewOf>[2]) => drawTracks([viewOf('a', nowMs, over)], nowMs).tracks[0];

describe('a track', () => {
  it('shows what was lived, what is left, and the renewal before the end', () => {
    const track = trackOf({});
    expect(track?.lived?.to).toBeCloseTo(nowPlace);
    expect(track?.left?.from).toBeCloseTo(nowPlace);
    expect(track?.renewal).toBeGreaterThan(nowPlace);
    expect(track?.renewal).toBeLessThan(track?.left?.to ?? 0);
  });

  it('marks the end of what is not renewed', () => {
    const track = trackOf({ nextRefreshAtMs: null });
    expect(track).toMatchObject({ renewal: null, finalEnd: track?.left?.to });
    expect(trackOf({})?.finalEnd).toBeNull();
  });

  it('of an expired token has nothing left, and shows no time since then as lived', () => {
    const track = trackOf({ token: 'expired', expiresAtMs: nowMs - minute, nextRefreshAtMs: null });
    expect(track?.left).toBeNull();
    expect(track?.lived?.to).toBeLessThan(nowPlace);
  });

  it('whose end nobody knows reaches to the edge', () => {
    const track = trackOf({ token: 'valid-expiry-unknown', expiresAtMs: null, nextRefreshAtMs: null });
    expect(track).toMatchObject({ isEndless: true, left: { to: 1 } });
  });

  it('shows the end of the session, and keeps it in the picture', () => {
    expect(trackOf({ sessionEndsAtMs: nowMs + 90 * 24 * 60 * minute })?.sessionEnd).toBe(1);
    expect(trackOf({ sessionEndsAtMs: nowMs - minute })?.sessionEnd).toBeNull();
  });

  it('marks a failure, but not while somebody signs in', () => {
    const stopped = { activity: 'sign-in-needed', appearance: 'attention' } as const;
    expect(trackOf(stopped)?.failure).toBe(nowPlace);
    expect(trackOf({ ...stopped, signIn: { id: 's', kind: 'finishing' } })?.failure).toBeNull();
  });

  it('marks a failure now where there is no token, and where it ended of one that has expired', () => {
    const stopped = { activity: 'stopped', appearance: 'attention', nextRefreshAtMs: null } as const;
    const without = trackOf({ ...stopped, token: 'none', obtainedAtMs: null, expiresAtMs: null });
    expect(without?.failure).toBe(nowPlace);
    const expired = trackOf({ ...stopped, token: 'expired', expiresAtMs: nowMs - minute });
    expect(expired?.failure).toBe(expired?.lived?.to);
  });

  it('is drawn of no profile that was never asked for a token', () => {
    expect(trackOf({ token: 'none', expiresAtMs: null, obtainedAtMs: null, nextRefreshAtMs: null })).toBeUndefined();
  });
});

describe('the tracks', () => {
  it('begin with what needs somebody, then with what ends next', () => {
    const ids = drawTracks(everyState(nowMs), nowMs).tracks.map(({ id }) => id.slice('id-'.length));
    expect(ids.slice(0, 5)).toEqual(['globex-prod', 'hooli-sign-in', 'wayne-manual', 'aic-initech', 'acme-sandbox']);
  });

  it('are few, however many profiles there are', () => {
    const { tracks, others } = drawTracks(manyProfiles(1_000, nowMs), nowMs);
    expect([tracks.length, others]).toEqual([tracksOfMany, 1_000 - tracksOfMany]);
  });

  it('are one for each of a few', () => {
    expect(drawTracks(manyProfiles(mostTracks, nowMs), nowMs)).toMatchObject({ others: 0 });
  });

  it('leave room for what ends next where many need somebody', () => {
    const stopped = { activity: 'stopped', appearance: 'attention' } as const;
    const troubled = Array.from({ length: 30 }, (_, index) => viewOf(`troubled-${index}`, nowMs, stopped));
    const { tracks } = drawTracks([...troubled, viewOf('calm', nowMs), viewOf('quiet', nowMs)], nowMs);
    expect(tracks.map(({ id }) => id)).toEqual(expect.arrayContaining(['id-calm', 'id-quiet']));
  });
});

describe('the density', () => {
  const profiles = manyProfiles(1_000, nowMs);
  const { scale } = drawTracks(profiles, nowMs);

  it('counts every token that ends in the future once', () => {
    const bars = densityOf([...profiles, viewOf('x', nowMs, { token: 'expired', expiresAtMs: nowMs - 1 })], scale);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
  });

  it('lies in the future, and no bar is higher than the row', () => {
    for (const { from, to, height } of densityOf(profiles, scale)) {
      expect(from).toBeGreaterThanOrEqual(nowPlace - 1e-9);
      expect(to).toBeLessThanOrEqual(1 + 1e-9);
      expect(height > 0 && height <= 1).toBe(true);
    }
  });

  it('tells apart what is not renewed', () => {
    const [bar] = densityOf(
      [viewOf('a', nowMs), viewOf('b', nowMs, { nextRefreshAtMs: null })],
      scaleFor([nowMs + 702_900], nowMs),
    );
    expect(bar).toMatchObject({ count: 2, height: 1, finalHeight: 0.5 });
  });
});

describe('what comes next', () => {
  it('is the first renewal or the first end', () => {
    const renewed = viewOf('renewed', nowMs);
    const ending = viewOf('ending', nowMs, { expiresAtMs: nowMs + 190_000, nextRefreshAtMs: null });
    const next = nextEvent([renewed, ending], nowMs);
    expect(next).toMatchObject({ name: 'ending', kind: 'expires' });
    expect(next === undefined ? '' : nextEventWords(next, nowMs)).toBe('expires in 3:10');
    expect(nextEvent([renewed], nowMs)).toMatchObject({ kind: 'renewed', atMs: nowMs + 642_900 });
  });

  it('is a further try of what failed', () => {
    const failing = viewOf('a', nowMs, { activity: 'retry', nextRefreshAtMs: nowMs + 20_000 });
    const next = nextEvent([failing], nowMs);
    expect(next === undefined ? '' : nextEventWords(next, nowMs)).toBe('is tried again in 0:20');
  });

  it('is nothing where no token counts down', () => {
    expect(nextEvent([viewOf('a', nowMs, { token: 'none', expiresAtMs: null })], nowMs)).toBeUndefined();
  });

  it('is told to who does not see the picture in one sentence', () => {
    const words = timelineSummary(everyState(nowMs), nowMs);
    expect(words).toMatch(
      /^Next, aic-initech is tried again at .*; 2 tokens expire within an hour without being renewed; 2 profiles need you\.$/,
    );
  });
});
