/** How many profiles fit into a menu: those in trouble first, a long rest by system, and a long system by name. */
import { systems } from '../systems/registry.ts';
import type { MenuRow } from './menu-model.ts';
import { titleOf } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';
import { shortened } from './tray-words.ts';

/** So many rows are read at a glance, and fit on a low screen beside the others. */
const mostAtOnce = 12;
const mostInSubmenu = 20;
const mostInTrouble = 8;
const rangeCharacters = 16;

type RowOf = (profile: WatchedProfile) => MenuRow;

/** `profiles` by name; each is in the answer once. */
export function grouped(profiles: readonly WatchedProfile[], rowOf: RowOf): readonly MenuRow[] {
  const failing = profiles.filter(({ status }) => status.appearance === 'attention');
  const others = profiles.filter(({ status }) => status.appearance !== 'attention');
  const rows = profiles.length <= mostAtOnce ? others.map(rowOf) : bySystem(others, rowOf);
  if (failing.length === 0) return rows;
  const trouble = troubleRows(failing, rowOf);
  return rows.length === 0 ? trouble : [...trouble, { kind: 'separator' }, ...rows];
}

function troubleRows(failing: readonly WatchedProfile[], rowOf: RowOf): readonly MenuRow[] {
  const rest = failing.slice(mostInTrouble);
  return [
    { kind: 'heading', label: failing.length === 1 ? 'Needs attention' : `Need attention (${failing.length})` },
    ...failing.slice(0, mostInTrouble).map(rowOf),
    ...(rest.length === 0 ? [] : inParts(`${rest.length} more`, rest, rowOf)),
  ];
}

/** The default profile stays in sight. */
function bySystem(profiles: readonly WatchedProfile[], rowOf: RowOf): readonly MenuRow[] {
  const chosen = profiles.filter(({ status }) => status.isDefault);
  const rest = profiles.filter(({ status }) => !status.isDefault);
  const groups = Map.groupBy(rest, ({ status }) => systems[status.system]?.label ?? status.system);
  const rows = [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([label, members]) => inParts(`${label} (${members.length})`, members, rowOf));
  return [...chosen.map(rowOf), ...rows];
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
