/** How many profiles fit into a menu: those in trouble first, then those somebody works with, a long rest by system and name. */
import { systems } from '../systems/registry.ts';
import { menuSeparator } from './menu-model.ts';
import type { MenuRow } from './menu-model.ts';
import { titleOf } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';
import { shortened } from './tray-words.ts';

/** So many rows are read at a glance, and fit on a low screen beside the others. */
const mostAtOnce = 12;
const mostInSubmenu = 20;
const mostInTrouble = 8;
const mostRecent = 5;
/** Pinned and recent ones share the room with those in trouble, and keep some of it. */
const leastFavourites = 4;
const rangeCharacters = 16;

type RowOf = (profile: WatchedProfile) => MenuRow;

/** `profiles` by name; each is in the answer once. */
export function grouped(profiles: readonly WatchedProfile[], rowOf: RowOf): readonly MenuRow[] {
  const failing = profiles.filter(({ status }) => status.appearance === 'attention');
  const others = profiles.filter(({ status }) => status.appearance !== 'attention');
  const rows =
    profiles.length <= mostAtOnce ? pinnedFirst(others).map(rowOf) : bySystem(others, roomBeside(failing), rowOf);
  if (failing.length === 0) return rows;
  const trouble = troubleRows(failing, rowOf);
  return rows.length === 0 ? trouble : [...trouble, menuSeparator, ...rows];
}

function troubleRows(failing: readonly WatchedProfile[], rowOf: RowOf): readonly MenuRow[] {
  const rest = failing.slice(mostInTrouble);
  return [
    { kind: 'heading', label: failing.length === 1 ? 'Needs attention' : `Need attention (${failing.length})` },
    ...failing.slice(0, mostInTrouble).map(rowOf),
    ...(rest.length === 0 ? [] : inParts(`${rest.length} more`, rest, rowOf)),
  ];
}

/** A short menu keeps its order: what was used last is found where it was. */
function pinnedFirst(profiles: readonly WatchedProfile[]): readonly WatchedProfile[] {
  return profiles.toSorted((one, other) => Number(other.status.isPinned) - Number(one.status.isPinned));
}

function roomBeside(failing: readonly WatchedProfile[]): number {
  return Math.max(leastFavourites, mostAtOnce - Math.min(failing.length, mostInTrouble));
}

/**
 * The default profile stays in sight, and so do those that are pinned, and those that were used last: `room` of them at
 * most.
 */
function bySystem(profiles: readonly WatchedProfile[], room: number, rowOf: RowOf): readonly MenuRow[] {
  const chosen = profiles.filter(({ status }) => status.isDefault);
  const favourites = favouritesAmong(
    profiles.filter((profile) => !chosen.includes(profile)),
    room,
  );
  const inSight = new Set([...chosen, ...favourites]);
  const groups = Map.groupBy(
    profiles.filter((profile) => !inSight.has(profile)),
    ({ status }) => systems[status.system]?.label ?? status.system,
  );
  const rows = [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([label, members]) => inParts(`${label} (${members.length})`, members, rowOf));
  if (favourites.length === 0) return [...chosen.map(rowOf), ...rows];
  return [
    { kind: 'heading', label: 'Pinned and recent' },
    ...[...inSight].map(rowOf),
    ...(rows.length === 0 ? [] : [menuSeparator, ...rows]),
  ];
}

/** The pinned ones by name, then the latest of the others. */
function favouritesAmong(profiles: readonly WatchedProfile[], room: number): readonly WatchedProfile[] {
  const pinned = profiles.filter(({ status }) => status.isPinned).slice(0, room);
  const recent = profiles
    .filter((profile) => profile.status.lastUsedAtMs !== null && !pinned.includes(profile))
    .toSorted((one, other) => (other.status.lastUsedAtMs ?? 0) - (one.status.lastUsedAtMs ?? 0));
  return [...pinned, ...recent.slice(0, Math.min(mostRecent, room - pinned.length))];
}

/** One submenu, or one for each stretch of the alphabet in it. */
function inParts(label: string, members: readonly WatchedProfile[], rowOf: RowOf): readonly MenuRow[] {
  if (members.length <= mostInSubmenu) return [{ kind: 'submenu', label, rows: members.map(rowOf) }];
  const parts = Math.ceil(members.length / mostInSubmenu);
  const size = Math.ceil(members.length / parts);
  const rows = Array.from({ length: parts }, (_, part): MenuRow => {
    const some = members.slice(part * size, (part + 1) * size);
    return { kind: 'submenu', label: rangeOf(some), rows: some.map(rowOf) };
  });
  return [{ kind: 'submenu', label, rows }];
}

function rangeOf(members: readonly WatchedProfile[]): string {
  const [first, last] = [members[0], members.at(-1)].map((member) =>
    member === undefined ? '' : shortened(titleOf(member.status), rangeCharacters),
  );
  return `${first} to ${last}`;
}
