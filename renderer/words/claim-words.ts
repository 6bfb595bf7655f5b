/** The claims of a token as rows that a person can read. */
import type { ProfileDetail } from '../../preload/views.ts';
import { counted } from './counted.ts';
import { durationWords } from './duration.ts';

export type Claims = NonNullable<ProfileDetail['claims']>;

export interface ClaimRow {
  /** As the token spells it. */
  readonly name: string;
  /** What the claim is, where it is a known one. */
  readonly label: string | null;
  readonly meaning: string | null;
  readonly value: ClaimValue;
  /** The moment that the value stands for, wall-clock milliseconds. */
  readonly atMs: number | null;
  /** The same value in other words. */
  readonly reading: string | null;
}

/** `words` say that nothing is there; `text` and `items` are of the token, `json` what is neither. */
type ClaimValue =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export const claimsTitle = 'Claims';
export const claimsCaption = 'Claims of the token, unverified';
export const claimColumn = 'Claim';
export const valueColumn = 'Value';
export const unverifiedNote = 'This is what the token says of itself: its signature is not checked here.';

/** Last instant that can be written as a date, ms. */
const maxInstantMs = 8.64e15;

/** The known ones first, as they are read; the others follow in the order of the token. `access` has lists of its own. */
export function claimRows({ payload, known }: Claims, access: ProfileDetail['access'] = []): readonly ClaimRow[] {
  const notes = new Map(known.map((claim) => [claim.name, claim]));
  const names = [...notes.keys(), ...Object.keys(payload).filter((name) => !notes.has(name))];
  return names.map((name) => {
    const [value, note] = [payload[name], notes.get(name)];
    return {
      name,
      label: note?.label ?? null,
      meaning: note?.meaning ?? null,
      value: listedAbove(name, value, access) ?? valueOf(value),
      atMs: note?.reading === 'instant' ? instantOf(value) : null,
      reading: note?.reading === 'seconds' && typeof value === 'number' ? durationWords(value * 1_000) : null,
    };
  });
}

const entries = { one: 'entry', other: 'entries' };

/** A longer list that stands above the table is not repeated in it. */
const mostInTable = 3;

function listedAbove(name: string, value: unknown, access: ProfileDetail['access']): ClaimValue | undefined {
  const count = access.find(({ claim }) => claim === name)?.items.length ?? 0;
  const isList = typeof value === 'string' || Array.isArray(value);
  return isList && count > mostInTable
    ? { kind: 'words', text: `${counted(count, entries)}, listed above` }
    : undefined;
}

/** NumericDate: seconds since 1970 (RFC 7519 section 2). */
function instantOf(value: unknown): number | null {
  if (typeof value !== 'number') return null;
  const atMs = value * 1_000;
  return Number.isFinite(atMs) && Math.abs(atMs) <= maxInstantMs ? atMs : null;
}

function valueOf(value: unknown): ClaimValue {
  if (value === null) return { kind: 'words', text: 'not set' };
  if (value === '') return { kind: 'words', text: 'empty' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (!Array.isArray(value)) return jsonOf(value);
  if (value.length === 0) return { kind: 'words', text: 'none' };
  return value.some((item) => typeof item === 'object' && item !== null)
    ? jsonOf(value)
    : { kind: 'list', items: value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) };
}

function jsonOf(value: unknown): ClaimValue {
  return typeof value === 'object'
    ? { kind: 'json', text: JSON.stringify(value, null, 2) }
    : { kind: 'text', text: JSON.stringify(value) ?? '' };
}
