/** What the claims of a token mean, for the system that it is for. */
import type { Profile } from '../profiles/profile.ts';
import type { ClaimNote, ClaimNotes } from './claim-notes.ts';
import { registeredClaims } from './registered-claims.ts';
import { systemOf } from './registry.ts';

export interface ExplainedClaim {
  /** As the token spells it. */
  readonly name: string;
  readonly label: string;
  readonly meaning: string | null;
  readonly reading: 'instant' | 'seconds' | null;
  readonly isOfOneToken: boolean;
}

/** The claims of this payload that are known, in the order in which they are read; the times come first. */
export function explainClaims(
  profile: Pick<Profile, 'system'>,
  payload: Readonly<Record<string, unknown>>,
): readonly ExplainedClaim[] {
  const own = systemOf(profile).claims ?? new Map<string, ClaimNote>();
  const names = [
    ...new Set([...timesOf(own), ...timesOf(registeredClaims), ...own.keys(), ...registeredClaims.keys()]),
  ];
  return names
    .filter((name) => Object.hasOwn(payload, name))
    .flatMap((name) => {
      const note = own.get(name) ?? registeredClaims.get(name);
      return note === undefined ? [] : [explained(name, note, payload[name])];
    });
}

function timesOf(notes: ClaimNotes): readonly string[] {
  return [...notes].filter(([, { reading }]) => reading === 'instant').map(([name]) => name);
}

function explained(name: string, note: ClaimNote, value: unknown): ExplainedClaim {
  const { label, meaning, reading, isOfOneToken } = note;
  return {
    name,
    label,
    meaning: (typeof meaning === 'function' ? meaning(value) : meaning) ?? null,
    reading: reading ?? null,
    isOfOneToken: isOfOneToken === true,
  };
}
