/** The tray's menu as data: copying first, then every profile with what can be done with it, however many there are. */
import { snippetKinds } from '../snippets/snippet.ts';
import { snippetLabel, snippetNames } from '../snippets/snippet-names.ts';
import type { Appearance } from '../tokens/state.ts';
import { menuAction, menuSeparator } from './menu-model.ts';
import type { MenuRow } from './menu-model.ts';
import { grouped } from './tray-menu-groups.ts';
import { sessionEnd, sessionRows, signInRows } from './tray-sign-in-rows.ts';
import { dueSignIns, needsSignIn, titleOf } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';
import { environmentMark, shortened, stateWords } from './tray-words.ts';
import type { WhenAndWhere } from './tray-words.ts';

const titleCharacters = 40;
const failureCharacters = 80;

/** Each reads differently without colour, and is in the fonts of all systems. */
const marks: Readonly<Record<Appearance, string>> = {
  ok: '✓',
  working: '↻',
  expiring: '◔',
  attention: '▲',
  locked: '○',
};

export interface TrayMenuInput extends WhenAndWhere {
  readonly profiles: readonly WatchedProfile[];
  /** Several are being signed in to, one after another. */
  readonly isSigningInToAll?: boolean;
  /** Of the quick switcher's shortcut, as Electron writes it; absent where none works. */
  readonly switcherKeys?: string;
}

export function trayMenu(input: TrayMenuInput): readonly MenuRow[] {
  const { profiles, isSigningInToAll = false, switcherKeys, ...now } = input;
  const rowOf = (profile: WatchedProfile) => profileRow(profile, now);
  return [
    copyDefaultRow(profiles, now),
    menuSeparator,
    ...allSignInsRow(profiles, isSigningInToAll),
    ...(profiles.some(({ status }) => status.appearance === 'locked') ? [unlockRow] : []),
    ...grouped(profiles, rowOf),
    ...(profiles.length === 0 ? [] : [menuSeparator, switcherRow(switcherKeys)]),
    menuAction('Open Tokentray', { do: 'open' }),
    menuAction('Settings…', { do: 'open', destination: { view: 'settings' } }),
    menuAction('Open logs', { do: 'open-logs' }),
    menuSeparator,
    menuAction('Quit Tokentray', { do: 'quit' }),
  ];
}

function switcherRow(keys: string | undefined): MenuRow {
  const row = menuAction('Quick switcher', { do: 'open-switcher' });
  return keys === undefined ? row : { ...row, keys };
}

const unlockRow = menuAction('Unlock…', { do: 'open' });

/** One alone has its own row, first in its menu. */
function allSignInsRow(profiles: readonly WatchedProfile[], isUnderWay: boolean): readonly MenuRow[] {
  if (isUnderWay) return [menuAction('Cancel all sign-ins', { do: 'cancel-sign-ins' })];
  const ids = dueSignIns(profiles);
  return ids.length < 2 ? [] : [menuAction(`Sign in to all due (${ids.length})`, { do: 'sign-in', ids })];
}

function copyDefaultRow(profiles: readonly WatchedProfile[], now: WhenAndWhere): MenuRow {
  const chosen = profiles.find(({ status }) => status.isDefault);
  if (chosen !== undefined) {
    const label = `Copy ${shortTitle(chosen)} (${[...environmentMark(chosen), stateWords(chosen, now)].join(', ')})`;
    return menuAction(label, { do: 'copy', id: chosen.status.id, as: 'raw' });
  }
  if (profiles.length === 0) return menuAction('Add your first tenant…', { do: 'open', destination: { view: 'add' } });
  return menuAction('Choose a default profile to copy its token here…', { do: 'open', destination: { view: 'list' } });
}

function profileRow(profile: WatchedProfile, now: WhenAndWhere): MenuRow {
  const { id, auth, isDefault, appearance } = profile.status;
  const title = isDefault ? `${shortTitle(profile)} (default)` : shortTitle(profile);
  return {
    kind: 'submenu',
    label: [`${marks[appearance]} ${title}`, ...environmentMark(profile), stateWords(profile, now)].join(' · '),
    rows: [
      ...signInRows(profile),
      ...copyRows(id),
      menuSeparator,
      ...failureRows(profile),
      ...(auth === 'api_key' || needsSignIn(profile.status) ? [] : [menuAction('Refresh now', { do: 'refresh', id })]),
      ...sessionRows(profile),
      menuAction(isDefault ? 'Is the default' : 'Make default', { do: 'make-default', id }, !isDefault),
      menuAction('Open…', { do: 'open', destination: { view: 'profile', id } }),
      ...endRows(profile, now),
    ],
  };
}

/** The token itself at hand, the other forms of it below. */
function copyRows(id: string): readonly MenuRow[] {
  const others = snippetKinds.filter((as) => as !== 'raw');
  return [
    menuAction(`Copy ${snippetNames.raw}`, { do: 'copy', id, as: 'raw' }),
    {
      kind: 'submenu',
      label: 'Copy as',
      rows: others.map((as) => menuAction(snippetLabel(as), { do: 'copy', id, as })),
    },
  ];
}

function endRows(profile: WatchedProfile, now: WhenAndWhere): readonly MenuRow[] {
  const end = sessionEnd(profile, now);
  return end === undefined ? [] : [menuSeparator, { kind: 'heading', label: `The ${end}` }];
}

/** What went wrong leads to where the person can do something about it. */
function failureRows({ status, failure }: WatchedProfile): readonly MenuRow[] {
  if (failure === undefined) return [];
  const label = shortened(failure.what, failureCharacters);
  return [menuAction(label, { do: 'open', destination: { view: 'profile', id: status.id } }), menuSeparator];
}

function shortTitle({ status }: WatchedProfile): string {
  return shortened(titleOf(status), titleCharacters);
}
