import { beforeEach, expect, test } from 'vitest';
import type { MenuRow } from '../../../main/desktop/menu-model.ts';
import { createTrayView } from '../../../main/desktop/tray-view.ts';
import type { TrayView } from '../../../main/desktop/tray-view.ts';
import type { WatchedProfile } from '../../../main/desktop/watched-profiles.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { stopped, watchedProfile } from '../../fixtures/watched-profile.ts';

let clock: FakeClock;
let drawn: string[];
let profiles: () => readonly WatchedProfile[];
let view: TrayView;
let switcherKeys: string | undefined;

const chosen = watchedProfile('acme', { isDefault: true });

beforeEach(() => {
  clock = new FakeClock();
  profiles = () => [chosen];
  switcherKeys = undefined;
  view = show({ hasMenu: true });
});

function show({ hasMenu }: { readonly hasMenu: boolean }): TrayView {
  drawn = [];
  return createTrayView({
    clock,
    profiles: () => profiles(),
    isSigningInToAll: () => false,
    switcherKeys: () => switcherKeys,
    isDemo: false,
    locale: 'de',
    icon: {
      setAppearance: (appearance) => drawn.push(`icon ${appearance}`),
      setToolTip: () => drawn.push('tooltip'),
      ...(hasMenu ? { setMenu: (rows: readonly MenuRow[]) => drawn.push(`menu of ${rows.length}`) } : {}),
    },
  });
}

/** What a change made the view draw. */
async function after(change: () => void): Promise<readonly string[]> {
  drawn = [];
  change();
  await clock.advance(100);
  return drawn;
}

test('it is drawn once at the start', () => {
  expect(drawn).toEqual(['icon ok', 'tooltip', expect.stringMatching(/^menu/)]);
});

test('a thousand notices of nothing draw nothing', async () => {
  const redraws = await after(() => {
    for (let at = 0; at < 1_000; at++) view.touch();
  });
  expect(redraws).toEqual([]);
});

test('a shortcut that is set for the quick switcher draws the menu alone', async () => {
  const redraws = await after(() => {
    switcherKeys = 'Alt+Space';
    view.touch();
  });
  expect(redraws).toEqual([expect.stringMatching(/^menu/)]);
});

test('a thousand notices are one look', async () => {
  let looks = 0;
  profiles = () => {
    looks++;
    return [chosen];
  };
  await after(() => {
    for (let at = 0; at < 1_000; at++) view.touch();
  });
  expect(looks).toBe(1);
});

test('a new expiry changes the words and not the icon', async () => {
  profiles = () => [watchedProfile('acme', { isDefault: true, expiresAtMs: clock.now() + 3_600_000 })];
  expect(await after(view.touch)).toEqual(['tooltip', expect.stringMatching(/^menu/)]);
});

test('the renewal of another profile draws nothing where there is no standing menu', async () => {
  view = show({ hasMenu: false });
  profiles = () => [chosen, watchedProfile('other', { expiresAtMs: clock.now() + 3_600_000 })];
  expect(await after(view.touch)).toEqual([]);
});

test('a profile that stops changes the icon', async () => {
  profiles = () => [watchedProfile('acme', { ...stopped, isDefault: true })];
  expect(await after(view.touch)).toContain('icon attention');
});

test('what a click does shows at once, and then what is so again', () => {
  drawn = [];
  view.show({ kind: 'working', title: 'Acme' });
  view.show({ kind: 'working', title: 'Acme' });
  view.show(undefined);
  expect(drawn).toEqual(['icon working', 'tooltip', 'icon ok', 'tooltip']);
});

test('while the database cannot be read, the last picture stays', async () => {
  profiles = () => {
    throw new Error('busy');
  };
  expect(await after(view.touch)).toEqual([]);
});

test('nothing is left to fire after the end', () => {
  view.touch();
  view.close();
  expect(clock.pendingTimers).toBe(0);
});
