/** The order of the live table: what a low terminal has no room for is what matters least. */
import type { StatusInWords } from './status.ts';

/** Those that need somebody first, then by expiry, the unknown ones last; otherwise as they come. */
export function mostUrgentFirst(profiles: readonly StatusInWords[]): readonly StatusInWords[] {
  return profiles.toSorted((a, b) => rank(a) - rank(b) || expiryMs(a) - expiryMs(b));
}

export function needsAttention({ status }: StatusInWords): boolean {
  return status.appearance === 'attention';
}

function rank(profile: StatusInWords): number {
  return needsAttention(profile) ? 0 : 1;
}

function expiryMs({ status }: StatusInWords): number {
  return status.expiresAtMs ?? Number.MAX_SAFE_INTEGER;
}
