/** What is stored sealed beside a profile's definition: its secrets, its token, and its session. */
import type { Database } from './database.ts';
import type { SealedRecord } from './open-record.ts';
import { sealSecrets, writeSecretsRow } from './secret-rows.ts';
import { deleteSessionRow, sealSession, writeSessionRow } from './session-rows.ts';
import type { SessionRow } from './session-rows.ts';
import type { BoundSecrets, IssuedSession, IssuedToken } from './storage.ts';
import { deleteTokenRow, sealToken, writeTokenRow } from './token-rows.ts';
import type { TokenRow } from './token-rows.ts';
import type { SealingVault } from './vault.ts';

export interface SealedRecords {
  readonly secrets: SealedRecord | undefined;
  /** Null deletes the token that is there. */
  readonly token: TokenRow | null | undefined;
  /** Null deletes the session that is there. */
  readonly session: SessionRow | null | undefined;
}

/** Done before the transaction, because the vault may have to be unlocked first. */
export async function sealRecords(
  vault: SealingVault,
  id: string,
  plain: {
    readonly secrets?: BoundSecrets;
    readonly token?: IssuedToken | null;
    readonly session?: IssuedSession | null;
  },
): Promise<SealedRecords> {
  return {
    secrets: plain.secrets === undefined ? undefined : await sealSecrets(vault, id, plain.secrets),
    token: plain.token == null ? plain.token : await sealToken(vault, id, plain.token),
    session: plain.session == null ? plain.session : await sealSession(vault, id, plain.session),
  };
}

/** Only inside `Database.write`. */
export function writeRecords(database: Database, id: string, { secrets, token, session }: SealedRecords): void {
  if (secrets !== undefined) writeSecretsRow(database, id, secrets);
  if (token === null) deleteTokenRow(database, id);
  else if (token !== undefined) writeTokenRow(database, id, token);
  if (session === null) deleteSessionRow(database, id);
  else if (session !== undefined) writeSessionRow(database, id, session);
}
