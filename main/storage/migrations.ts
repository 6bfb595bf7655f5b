/** Every step that the database's schema has taken, in order. */
import { schemaV1 } from './schema-v1.ts';
import { schemaV3 } from './schema-v3.ts';
import { schemaV4 } from './schema-v4.ts';

export interface Migration {
  /** Of the schema after this step: 1, 2, 3 … without gaps. */
  readonly version: number;
  /** The oldest schema version whose programs still read and write the result correctly. */
  readonly minReader: number;
  /** Runs in one transaction together with the new version numbers. */
  readonly sql: string;
}

/** Never changed once released; only added to. */
export const migrations: readonly Migration[] = [
  { version: 1, minReader: 1, sql: schemaV1 },
  // A program that does not know the column would leave the identity of an old token beside a new one.
  { version: 2, minReader: 2, sql: 'ALTER TABLE tokens ADD COLUMN identity TEXT' },
  { version: 3, minReader: 2, sql: schemaV3 },
  // A program that does not know the history adds nothing to it, and takes it away with its profile.
  { version: 4, minReader: 2, sql: schemaV4 },
];
