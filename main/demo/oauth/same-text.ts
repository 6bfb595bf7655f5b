/** Compares what a client sent with what is known, in the same time for every wrong text. */
import { createHash, timingSafeEqual } from 'node:crypto';

export function isSameText(known: string, given: string): boolean {
  return timingSafeEqual(digest(known), digest(given));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
