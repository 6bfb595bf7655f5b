/** The data key, which seals every record, as it is wrapped by another key and recognised again. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt, keyBytes } from './aead.ts';
import type { VaultRow } from './vault-row.ts';

/** The part of a row that is chosen before the data key is wrapped; it is bound to the wrapped key. */
export type WrappingFacts = Pick<VaultRow, 'vaultId' | 'mode' | 'kdf'>;

export function wrapDataKey(dataKey: Uint8Array, wrappingKey: Uint8Array, facts: WrappingFacts): VaultRow {
  return {
    ...facts,
    wrappedKey: encrypt(wrappingKey, dataKey, binding(facts)),
    checkValue: checkValueOf(dataKey),
  };
}

/** Undefined when the wrapping key is not the right one, or when anything in the row changed. */
export function unwrapDataKey(row: VaultRow, wrappingKey: Uint8Array): Buffer | undefined {
  const dataKey = decrypt(wrappingKey, row.wrappedKey, binding(row));
  if (dataKey === undefined) return undefined;
  if (dataKey.length === keyBytes && isDataKeyOf(row, dataKey)) return dataKey;
  dataKey.fill(0);
  return undefined;
}

/** True when `dataKey` is what the row wraps, whichever way it is wrapped by now. */
function isDataKeyOf(row: VaultRow, dataKey: Uint8Array): boolean {
  return isCheckOf(row, checkValueOf(dataKey));
}

/** The same for who has the check value of a data key at hand. */
export function isCheckOf({ checkValue }: VaultRow, expected: Uint8Array): boolean {
  return checkValue.length === expected.length && timingSafeEqual(checkValue, expected);
}

export function checkValueOf(dataKey: Uint8Array): Buffer {
  return createHmac('sha256', dataKey).update('tokentray vault check').digest();
}

function binding(facts: WrappingFacts): string {
  return JSON.stringify(['vault', facts.vaultId, facts.mode, facts.kdf]);
}
