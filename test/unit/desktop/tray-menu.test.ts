import fc from 'fast-check';
import { expect, test } from 'vitest';
import { menuTemplate } from '../../../main/desktop/menu-model.ts';
import type { MenuAction, MenuRow } from '../../../main/desktop/menu-model.ts';
import { snippetKinds } from '../../../main/snippets/snippet.ts';
import { trayMenu } from '../../../main/desktop/tray-menu.ts';
import type { WatchedProfile } from '../../../main/desktop/watched-profiles.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';
import { signedIn, signInNeeded, stopped, watchedProfile } from '../../fixtures/watched-profile.ts';

function menu(profiles: readonly WatchedProfile[]): readonly MenuRow[] {
  return trayMenu({ profiles, nowMs: statusNowMs, locale: 'de' });
}

function labels(rows: readonly MenuRow[]): readonly string[] {
  return rows.map((row) => (row.kind === 'separator' ? '-' : row.label));
}

function actions(rows: readonly MenuRow[]): readonly MenuAction[] {
  return rows.flatMap((row) =>
    row.kind === 'action' ? [row.action] : row.kind === 'submenu' ? actions(row.rows) : [],
  );
}

function submenu(rows: readonly MenuRow[], label: RegExp): readonly MenuRow[] {
  const found = rows.find((row) => row.kind === 'submenu' && label.test(row.label));
  if (found?.kind !== 'submenu') throw new Error(`no submenu ${label.source} in ${labels(rows).join(' | ')}`);
  return found.rows;
}

const many = (count: number, over: Parameters<typeof watchedProfile>[1] = {}) =>
  Array.from({ length: count }, (_, at) => watchedProfile(`tenant-${String(at).padStart(2, '0')}`, over));

const chosen = watchedProfile('acme', { isDefault: true, label: 'Acme production' });

test('the first row copies the token of the default profile, and says until when it lives', () => {
  const [first] = menu([watchedProfile('a'), chosen]);
  expect(first).toMatchObject({ kind: 'action', action: { do: 'copy', id: 'id-acme', as: 'raw' } });
  expect(labels([first as MenuRow])[0]).toMatch(/^Copy Acme production \(until \d\d:\d\d\)$/);
});

test('without profiles the first row leads to the first one', () => {
  expect(menu([])[0]).toMatchObject({ action: { do: 'open', destination: { view: 'add' } } });
});

test('without a default profile nothing is copied by the first row', () => {
  expect(menu([watchedProfile('a'), watchedProfile('b')])[0]).toMatchObject({ action: { do: 'open' } });
});

test('a profile can be copied in all forms, refreshed, made the default and opened', () => {
  const rows = submenu(menu([chosen, watchedProfile('b')]), /^✓ b/);
  const done = actions(rows).filter((action) => action.do !== 'copy');
  expect(done.map((action) => action.do)).toEqual(['refresh', 'make-default', 'open']);
  const copied = actions(rows).flatMap((action) => (action.do === 'copy' ? [action.as] : []));
  expect(copied.toSorted()).toEqual(snippetKinds.toSorted());
});

test('the token itself is one step away, its other forms are two', () => {
  const rows = submenu(menu([chosen, watchedProfile('b')]), /^✓ b/);
  expect(labels(rows).slice(0, 2)).toEqual(['Copy token', 'Copy as']);
  expect(labels(submenu(rows, /^Copy as$/))).not.toContain('Token');
});

test.each([
  ['production', 'PROD'],
  ['sandbox', 'SANDBOX'],
  ['development', 'DEV'],
] as const)('a profile of %s says so in words', (environment, mark) => {
  const rows = labels(menu([watchedProfile('a', { environment, isDefault: true })]));
  expect(rows[0]).toContain(`(${mark}, until`);
  expect(rows[2]).toContain(`a (default) · ${mark} · until`);
});

test('an API key is not refreshed: nobody gives out another one', () => {
  const over = { auth: 'api_key', token: 'valid-expiry-unknown', expiresAtMs: null } as const;
  const done = actions(submenu(menu([watchedProfile('a', over)]), /a · API key, no expiry known/));
  expect(done.map((action) => action.do)).not.toContain('refresh');
});

test('the default profile is called so, and cannot be made it again', () => {
  const rows = submenu(menu([chosen]), /Acme production \(default\)/);
  expect(rows).toContainEqual(
    expect.objectContaining({ action: { do: 'make-default', id: 'id-acme' }, isEnabled: false }),
  );
});

test('what went wrong stands in the submenu, and leads to the profile', () => {
  const rows = submenu(menu([watchedProfile('a', stopped)]), /^▲ a/);
  const destination = { view: 'profile', id: 'id-a' };
  expect(rows).toContainEqual(
    expect.objectContaining({ label: 'a was refused.', action: { do: 'open', destination } }),
  );
});

test('those that need somebody come first, under a heading', () => {
  const rows = labels(menu([chosen, watchedProfile('z', stopped)]));
  const heading = rows.indexOf('Needs attention');
  expect(rows[heading + 1]).toMatch(/^▲ z/);
  expect(rows.findIndex((label) => label.includes('(default)'))).toBeGreaterThan(heading);
});

test('behind a lock the way to open it is offered', () => {
  expect(labels(menu([watchedProfile('a', { appearance: 'locked' })]))).toContain('Unlock…');
});

test('the end is always the same: the quick switcher, the window, the settings, the logs, quit', () => {
  const end = ['Quick switcher', 'Open Tokentray', 'Settings…', 'Open logs', '-', 'Quit Tokentray'];
  expect(labels(menu(many(60))).slice(-6)).toEqual(end);
});

test('sixty profiles: the default one in sight, the others by system and stretch of the alphabet', () => {
  const rows = menu([chosen, ...many(59)]);
  expect(rows.length).toBeLessThan(12);
  const stretches = submenu(rows, /\(59\)$/);
  expect(labels(stretches)).toEqual(['tenant-00 to tenant-19', 'tenant-20 to tenant-39', 'tenant-40 to tenant-58']);
});

test('the quick switcher shows its keys where they work', () => {
  const rowOf = (keys: object) =>
    trayMenu({ profiles: [chosen], nowMs: statusNowMs, ...keys }).find(
      (row) => row.kind === 'action' && row.action.do === 'open-switcher',
    );
  expect(rowOf({})).not.toHaveProperty('keys');
  expect(rowOf({ switcherKeys: 'Alt+Space' })).toMatchObject({ keys: 'Alt+Space' });
});

test('the keys of the quick switcher are shown in the menu, and not taken by it', () => {
  const rows = trayMenu({ profiles: [chosen], nowMs: statusNowMs, switcherKeys: 'Alt+Space' });
  const item = menuTemplate(rows, () => undefined).find(({ label }) => label === 'Quick switcher');
  expect(item).toMatchObject({ accelerator: 'Alt+Space', registerAccelerator: false });
});

test('without profiles there is nothing to switch to', () => {
  expect(labels(menu([]))).not.toContain('Quick switcher');
});

test('of a few profiles the pinned ones come first, and the others keep their order', () => {
  const used = { lastUsedAtMs: statusNowMs };
  const rows = menu([watchedProfile('a'), watchedProfile('b', used), watchedProfile('c', { isPinned: true })]);
  expect(labels(rows).slice(2, 5)).toEqual([/✓ c/, /✓ a/, /✓ b/].map((words) => expect.stringMatching(words)));
});

test('two hundred profiles: the default, pinned and latest ones in sight, the others by system', () => {
  const isc = many(150);
  const aic = Array.from({ length: 50 }, (_, at) => watchedProfile(`forge-${at + 10}`, { system: 'aic' }));
  const given = [
    chosen,
    ...isc.slice(0, 148),
    watchedProfile('pinned', { isPinned: true }),
    watchedProfile('earlier', { lastUsedAtMs: statusNowMs - 2_000 }),
    watchedProfile('later', { lastUsedAtMs: statusNowMs - 1_000 }),
    ...aic.slice(0, 48),
  ];
  expect(given).toHaveLength(200);
  const rows = menu(given);
  const from = labels(rows).indexOf('Pinned and recent');
  const shown = labels(rows)
    .slice(from + 1, from + 8)
    .map((label) => label.replace(/ · .*/, ''));
  expect(shown).toEqual([
    '✓ Acme production (default)',
    '✓ pinned',
    '✓ later',
    '✓ earlier',
    '-',
    'PingOne AIC (48)',
    'SailPoint ISC (148)',
  ]);
});

test('sixty profiles that all fail: eight in sight, the others below them', () => {
  const rows = menu(many(60, stopped));
  expect(labels(rows)).toContain('Need attention (60)');
  expect(rows.length).toBeLessThan(20);
  expect(actions(submenu(rows, /^52 more$/)).filter((action) => action.do === 'refresh')).toHaveLength(52);
});

test('however many there are and however they stand, each profile is in the menu once, and no level is long', () => {
  const profiles = fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-z]{1,8}$/),
      isFailing: fc.boolean(),
      isDefault: fc.boolean(),
      isPinned: fc.boolean(),
      lastUsedAtMs: fc.option(fc.nat()),
    }),
    { selector: ({ name }) => name, maxLength: 150 },
  );
  const longest = (rows: readonly MenuRow[]): number =>
    Math.max(rows.length, ...rows.map((row) => (row.kind === 'submenu' ? longest(row.rows) : 0)));
  fc.assert(
    fc.property(profiles, (given) => {
      const rows = menu(
        given.map(({ name, isFailing, isDefault, ...used }, at) =>
          watchedProfile(name, { ...(isFailing ? stopped : {}), ...used, isDefault: isDefault && at === 0 }),
        ),
      );
      const ids = actions(rows).flatMap((action) => (action.do === 'refresh' ? [action.id] : []));
      expect(ids.toSorted()).toEqual(given.map(({ name }) => `id-${name}`).toSorted());
      expect(longest(rows)).toBeLessThan(32);
    }),
  );
});

test('no two separators meet, and none ends the menu', () => {
  fc.assert(
    fc.property(fc.nat({ max: 30 }), fc.nat({ max: 30 }), (well, failing) => {
      const profiles = [
        ...many(well),
        ...many(failing, stopped).map((each, at) => watchedProfile(`f${at}`, each.status)),
      ];
      const kinds = menu(profiles).map(({ kind }) => kind);
      expect(kinds.filter((kind, at) => kind === 'separator' && kinds[at + 1] !== 'separator')).toHaveLength(
        kinds.filter((kind) => kind === 'separator').length,
      );
      expect(kinds.at(-1)).toBe('action');
    }),
  );
});

const due = (name: string) => watchedProfile(name, { ...signedIn, ...signInNeeded });

test('a single sign-in that is due has no row of its own besides that in its menu', () => {
  expect(actions(menu([due('a'), watchedProfile('b')])).filter((action) => action.do === 'sign-in')).toEqual([
    { do: 'sign-in', ids: ['id-a'] },
  ]);
});

test('a profile that waits for a person is not refreshed: nobody but that person can get it a token', () => {
  expect(actions(menu([due('a')])).map((action) => action.do)).not.toContain('refresh');
});

test('several that are due are signed in to from one row, above all profiles', () => {
  const rows = menu([due('a'), watchedProfile('b'), due('c')]);
  expect(rows[2]).toMatchObject({
    label: 'Sign in to all due (2)',
    action: { do: 'sign-in', ids: ['id-a', 'id-c'] },
  });
});

test('one that is linked to a session that is due counts once', () => {
  const source = due('a');
  const linked = { ...watchedProfile('b', { auth: 'linked', linkedTo: 'a', ...signInNeeded }), session: source.status };
  expect(labels(menu([source, linked]))).not.toContain('Sign in to all due (2)');
});

test('while several are being signed in to, the same row cancels them', () => {
  const rows = trayMenu({ profiles: [due('a')], isSigningInToAll: true, nowMs: statusNowMs, locale: 'de' });
  expect(rows[2]).toMatchObject({ label: 'Cancel all sign-ins', action: { do: 'cancel-sign-ins' } });
});

test('an ampersand in a label is shown as one', () => {
  const template = menuTemplate(
    menu([watchedProfile('a', { label: 'Smith & Sons', isDefault: true })]),
    () => undefined,
  );
  expect(template[0]?.label).toContain('Smith && Sons');
  expect(template.find(({ submenu }) => submenu !== undefined)?.label).toContain('Smith && Sons');
});

test('a click carries out what its row says', () => {
  const done: MenuAction[] = [];
  const template = menuTemplate(menu([chosen]), (action) => done.push(action));
  const first = template[0]?.click as (() => void) | undefined;
  first?.();
  expect(done).toEqual([{ do: 'copy', id: 'id-acme', as: 'raw' }]);
});
