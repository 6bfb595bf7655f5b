/** Opens what is sealed of one profile, and names the profile when its record does not open. */
import { TokentrayError } from '../errors.ts';
import type { SealContext } from './seal.ts';
import type { SealingVault } from './vault.ts';

/** A sealed JSON record with what it is bound to. */
export interface SealedRecord {
  readonly version: number;
  readonly origin: string;
  readonly sealed: Uint8Array;
}

/** A sealed record as it was read, with the name of its profile. */
export interface StoredRecord extends SealedRecord {
  readonly profileName: string;
}

/** The parsed JSON. Rejects with `storage.*`. */
export async function openJson(
  vault: SealingVault,
  { profileId, kind }: Pick<SealContext, 'profileId' | 'kind'>,
  { profileName, version, origin, sealed }: StoredRecord,
): Promise<unknown> {
  try {
    const plain = await vault.open(sealed, { profileId, kind, version, origin });
    return JSON.parse(plain.toString());
  } catch (error) {
    if (!(error instanceof TokentrayError) || error.code !== 'storage.record_damaged') throw error;
    throw new TokentrayError(error.code, { data: { ...error.data, profile: profileName } });
  }
}
