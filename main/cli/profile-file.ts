/** Reads a profile that a person wrote or exported. */
import { readJsonDocument } from './input-file.ts';
import type { CliIo } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Not yet validated. An export of one profile, as `tokentray export NAME` writes it, counts as that profile. */
export async function readProfileFile(io: CliIo, file: string): Promise<unknown> {
  const document = await readJsonDocument(io, file);
  const profiles = (document as { profiles?: unknown } | null)?.profiles;
  if (!Array.isArray(profiles)) return document;
  if (profiles.length === 1) return profiles[0] as unknown;
  throw new UsageError(
    'This is an export of several profiles, and one profile is expected.',
    `To add them all: tokentray import ${file}`,
  );
}
