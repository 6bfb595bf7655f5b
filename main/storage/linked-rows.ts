/** Profiles that take the token of another one name it in `uses`; where that one gets another name, they follow it. */
import type { Database } from './database.ts';

/** A definition that is no JSON is nobody's link. Only inside `Database.write`. */
export function followRename(
  database: Database,
  { from, to, nowMs }: { readonly from: string | undefined; readonly to: string; readonly nowMs: number },
): void {
  if (from === undefined || from === to) return;
  database.run(
    `UPDATE profiles SET definition = json_set(definition, '$.uses', ?), revision = revision + 1, updated_at_ms = ?
     WHERE CASE WHEN json_valid(definition) THEN json_extract(definition, '$.uses') END = ?`,
    to,
    nowMs,
    from,
  );
}
