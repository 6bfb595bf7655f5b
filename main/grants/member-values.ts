/** Values that servers spell in more ways than the specifications know. */
import { maxLifetimeSeconds } from './token-answer.ts';

/** Whole seconds of a number or a numeric text; 0 for what has already passed; undefined for what nobody can mean. */
export function readSeconds(value: unknown): number | undefined {
  const isNumeric = typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value);
  const seconds = isNumeric ? Number(value) : value;
  if (typeof seconds !== 'number' || !(seconds <= maxLifetimeSeconds)) return undefined;
  return Math.max(0, Math.floor(seconds));
}

/** No server that means well sends a longer one: headers and forms of most end at a fraction of it. */
const maxLength = 64 * 1024;

/** Without blanks around it; undefined where nothing is left, and for more than 64 KiB. */
export function readText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > maxLength) return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}
