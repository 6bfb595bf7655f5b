/** The claims of two tokens beside each other: those that differ, those that differ in every token, and the same ones. */
import type { ProfileDetail } from '../../preload/views.ts';
import { claimRows } from './claim-words.ts';
import type { ClaimRow } from './claim-words.ts';

export type Told = Pick<ProfileDetail, 'claims' | 'access'>;

export interface ClaimPair {
  readonly name: string;
  readonly label: string | null;
  /** Null: the token does not have the claim. */
  readonly here: ClaimRow | null;
  readonly there: ClaimRow | null;
}

export interface ComparedClaims {
  readonly different: readonly ClaimPair[];
  /** Such as times and ids: no two tokens have the same, so that it says nothing. */
  readonly ofEachToken: readonly ClaimPair[];
  readonly same: readonly ClaimPair[];
}

/** Without what the lists of scopes and authorities say already. */
export function compareClaims(here: Told, there: Told): ComparedClaims {
  const [ours, theirs] = [rowsOf(here), rowsOf(there)];
  const listed = new Set([...here.access, ...there.access].map(({ claim }) => claim));
  const eachToken = new Set([here, there].flatMap(namesOfEachToken));
  const found = { different: [], ofEachToken: [], same: [] } as Record<keyof ComparedClaims, ClaimPair[]>;
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    if (listed.has(name)) continue;
    const [hereRow, thereRow] = [ours.get(name) ?? null, theirs.get(name) ?? null];
    const label = hereRow?.label ?? thereRow?.label ?? null;
    const isSame = hereRow !== null && thereRow !== null && valueText(here, name) === valueText(there, name);
    const group = isSame ? 'same' : eachToken.has(name) ? 'ofEachToken' : 'different';
    found[group].push({ name, label, here: hereRow, there: thereRow });
  }
  return found;
}

function rowsOf({ claims }: Told): ReadonlyMap<string, ClaimRow> {
  return new Map((claims === null ? [] : claimRows(claims)).map((row) => [row.name, row]));
}

function namesOfEachToken({ claims }: Told): readonly string[] {
  return (claims?.known ?? []).filter(({ isOfOneToken }) => isOfOneToken).map(({ name }) => name);
}

/** The order of a list means nothing in a claim, nor does that of the members of an object. */
function valueText({ claims }: Told, name: string): string {
  return JSON.stringify(ordered(claims?.payload[name]));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(ordered(item))).toSorted();
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return members.map(([member, inner]) => [member, ordered(inner)]);
}
