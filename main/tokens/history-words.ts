/** What happened to a profile, in words; instants are left to whoever shows them. */
import type { Profile } from '../profiles/profile.ts';
import type { Happening, HistoryEvent } from '../storage/history-records.ts';
import { describeError } from '../systems/explain.ts';
import { identityWords } from '../systems/token-identity.ts';

export interface HistoryWords {
  /** Two or three words. */
  readonly title: string;
  /** What belongs to it: a few words; of a failure a sentence. */
  readonly detail?: string;
}

const titles = {
  obtained: 'Token obtained',
  refreshed: 'Token renewed',
  failed: 'Failed',
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  copied: 'Copied',
  given: 'Given to a script',
} as const satisfies Record<Happening, string>;

/** `profile`: its definition as it is now, where it can be read; its system knows better words for a failure. */
export function historyWords(event: HistoryEvent, profile: Profile | undefined): HistoryWords {
  if (event.error !== undefined) return { title: titles.failed, detail: describeError(event.error, profile).what };
  const detail = detailWords(event);
  const title = event.unchanged === true ? 'Same token again' : titles[event.what];
  return { title, ...(detail === undefined ? {} : { detail }) };
}

function detailWords({ scope, identity, as }: HistoryEvent): string | undefined {
  if (scope !== undefined) return `of the scope "${scope}", for this once`;
  if (identity !== undefined) return identityWords(identity);
  return as === undefined || as === 'raw' ? undefined : `as ${as}`;
}
