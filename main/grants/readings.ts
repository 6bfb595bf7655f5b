/** The ways in which a text is read when it is searched for a secret: without escapes, capitals and what is invisible. */
import { unescapeLayers } from './unescape.ts';

/** Control characters, halves of characters, blanks, and marks upon letters. */
const unread = /[\p{C}\p{Z}\p{M}]+/gu;

/**
 * Every reading of the text, in capitals and without blanks; the first is of the text as it stands. Two texts that mean
 * the same have a reading in common, whichever escapes, accents, capitals, line breaks or characters beyond ASCII one of
 * them lost or gained.
 */
export function readings(text: string): readonly string[] {
  const found = new Set<string>();
  for (const layer of unescapeLayers(text.replaceAll(/[\p{C}\p{Z}]+/gu, ''))) {
    const plain = plainLetters(layer);
    found.add(plain).add(lettersAndDigits(plain)).add(lettersAndDigits(layer));
  }
  return [...found];
}

/** Lower case first: there is a capital ß that only so becomes SS. */
function plainLetters(text: string): string {
  return text.normalize('NFKD').replaceAll(unread, '').toLowerCase().toUpperCase();
}

/** Of ASCII alone: what is left where an encoding that does not know a character put question marks. */
function lettersAndDigits(text: string): string {
  return text.replaceAll(/[^0-9A-Za-z]+/g, '').toUpperCase();
}
