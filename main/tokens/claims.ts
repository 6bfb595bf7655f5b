/** Reads what a JWT says about itself without believing it: no signature is checked here. */
import { nearestNumber, parseExactJson } from './exact-json.ts';

/** Numbers that a double cannot hold are kept as they were written, for `JSON.stringify` alone: see `parseExactJson`. */
export interface Claims {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** From `exp` (RFC 7519 section 4.1.4), ms on the issuer's clock; null when absent or unusable. */
  readonly expiresAtMs: number | null;
}

/** Last instant that a Date can hold, ms. */
const maxInstantMs = 8.64e15;

/**
 * Header and payload of a JWT in compact form, or undefined when the text is none (an opaque token, an encrypted JWT).
 * Invalid UTF-8 in the payload is replaced, as one vendor's tokens contain it.
 */
export function decodeClaims(token: string): Claims | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  const header = decodePart(parts[0]);
  const payload = decodePart(parts[1]);
  if (header === undefined || payload === undefined) return undefined;
  return { header, payload, expiresAtMs: instantOf(payload['exp']) };
}

function decodePart(part: string | undefined): Record<string, unknown> | undefined {
  if (part === undefined || !/^[A-Za-z0-9_-]+={0,2}$/.test(part)) return undefined;
  try {
    const value = parseExactJson(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function instantOf(claim: unknown): number | null {
  const ms = (nearestNumber(claim) ?? 0) * 1_000;
  return ms > 0 && ms <= maxInstantMs ? ms : null;
}
