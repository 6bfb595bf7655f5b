/** The copies of the database that migrations leave beside it. */
import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Where a copy of the database at `path` is kept as it was in schema `version`. */
export function backupPath(path: string, version: number | string): string {
  return `${path}.backup-${version}`;
}

/** As a fact about a failure: the copy of the newest schema, where there is one. Never throws. */
export function backupFact(path: string): { readonly backup?: string } {
  const prefix = backupPath(basename(path), '');
  const versions = filesBeside(path)
    .filter((file) => file.startsWith(prefix) && /^\d+$/.test(file.slice(prefix.length)))
    .map((file) => Number(file.slice(prefix.length)));
  return versions.length === 0 ? {} : { backup: backupPath(path, Math.max(...versions)) };
}

function filesBeside(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
