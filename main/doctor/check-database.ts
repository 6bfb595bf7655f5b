/** Whether the database is whole, which schema it has, and how large it is. */
import type { DatabaseFacts } from '../storage/inspect-database.ts';
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

/** Ten thousand profiles with a long history take less. */
const largeBytes = 512 * 1024 * 1024;

/** `inspect` gives undefined where there is no database yet, and throws `storage.*`. */
export function databaseCheck(inspect: () => DatabaseFacts | undefined): Check {
  return { area: 'database', run: async () => findingsOf(inspect()) };
}

function findingsOf(facts: DatabaseFacts | undefined): readonly Finding[] {
  const area = 'database';
  if (facts === undefined)
    return [{ area, level: 'ok', what: 'There is no database yet; the first profile makes one.' }];
  const { faults, schemaVersion, bytes } = facts;
  const summary = `schema ${schemaVersion}, ${sizeWords(bytes)}`;
  if (faults > 0) {
    const what = `SQLite finds ${faults === 1 ? 'a fault' : `${faults} faults or more`} in the database (${summary}).`;
    return [
      {
        area,
        level: 'problem',
        what,
        next: 'Quit Tokentray, keep a copy of the data folder, and put a backup in place.',
      },
    ];
  }
  if (bytes > largeBytes) {
    const what = `The database is whole (${summary}), but larger than it should ever be.`;
    return [{ area, level: 'warning', what, next: 'Please report it, with this report.' }];
  }
  return [{ area, level: 'ok', what: `The database is whole (${summary}).` }];
}

function sizeWords(bytes: number): string {
  const kibibytes = Math.ceil(bytes / 1024);
  return kibibytes < 10_240 ? `${kibibytes} KiB` : `${Math.round(kibibytes / 1024)} MiB`;
}
