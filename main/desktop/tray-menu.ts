/** The tray's menu as data: copying first, then every profile with what can be done with it, however many there are. */
import { snippetKinds } from '../snippets/snippet.ts';
import { snippetNames } from '../snippets/snippet-names.ts';
import type { Appearance } from '../tokens/state.ts';
import type { MenuAction, MenuRow } from './menu-model.ts';
import { grouped } from './tray-menu-groups.ts';
import { titleOf } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';
import { shortened, stateWords } from './tray-words.ts';
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

const separator: MenuRow = { kind: 'separator' };

export interface TrayMenuInput extends WhenAndWhere {
  readonly profiles: readonly WatchedProfile[];
}

export function trayMenu({ profiles, ...now }: TrayMenuInput): readonly MenuRow[] {
  const rowOf = (profile: WatchedProfile) => profileRow(profile, now);
  return [
    copyDefaultRow(profiles, now),
    separator,
    ...(profiles.some(({ status }) => status.appearance === 'locked') ? [unlockRow] : []),
    ...grouped(profiles, rowOf),
    ...(profiles.length === 0 ? [] : [separator]),
    action('Open Tokentray', { do: 'open' }),
    action('Settings…', { do: 'open', destination: { view: 'settings' } }),
    separator,
    action('Quit Tokentray', { do: 'quit' }),
  ];
}

const unlockRow = action('Unlock…', { do: 'open' });

function action(label: string, what: MenuAction, isEnabled = true): MenuRow {
  return { kind: 'action', label, action: what, isEnabled };
}

function copyDefaultRow(profiles: readonly WatchedProfile[], now: WhenAndWhere): MenuRow {
  const chosen = profiles.find(({ status }) => status.isDefault);
  if (chosen !== undefined) {
    const label = `Copy ${shortTitle(chosen)} (${stateWords(chosen, now)})`;
    return action(label, { do: 'copy', id: chosen.status.id, as: 'raw' });
  }
  if (profiles.length === 0) return action('Add your first tenant…', { do: 'open', destination: { view: 'add' } });
  return action('Choose a default profile to copy its token here…', { do: 'open', destination: { view: 'list' } });
}

function profileRow(profile: WatchedProfile, now: WhenAndWhere): MenuRow {
  const { id, isDefault, appearance } = profile.status;
  const title = isDefault ? `${shortTitle(profile)} (default)` : shortTitle(profile);
  return {
    kind: 'submenu',
    label: `${marks[appearance]} ${title} · ${stateWords(profile, now)}`,
    rows: [
      ...snippetKinds.map((as) => action(`Copy ${snippetNames[as]}`, { do: 'copy', id, as })),
      separator,
      ...failureRows(profile),
      action('Refresh now', { do: 'refresh', id }),
      action(isDefault ? 'Is the default' : 'Make default', { do: 'make-default', id }, !isDefault),
      action('Open…', { do: 'open', destination: { view: 'profile', id } }),
    ],
  };
}

/** What went wrong leads to where the person can do something about it. */
function failureRows({ status, failure }: WatchedProfile): readonly MenuRow[] {
  if (failure === undefined) return [];
  const label = shortened(failure.what, failureCharacters);
  return [action(label, { do: 'open', destination: { view: 'profile', id: status.id } }), separator];
}

function shortTitle({ status }: WatchedProfile): string {
  return shortened(titleOf(status), titleCharacters);
}
