/** Takes out of a text what looks like a token or a secret, whoever's it may be. */

/** Stands for what was taken out or cut off. */
export const mark = '…';

const jwt = /\beyJ[\w-]+(?:\.[\w-]*)*/g;

/** Long enough to be a token, of the characters that tokens are made of. */
const run = /[A-Za-z0-9+/=_.~*%-]{16,}/g;

/** What stands before a secret or token where one is quoted: its name as a parameter, or a scheme of HTTP. */
const named =
  /\b((?:[\w-]*(?:token|secret|password|assertion|verifier|key)["']?\s*[=:]|code\s*=)\s*["']?|(?:bearer|basic|dpop)\s+)([^\s"'&,;)]+)/gi;

/** The text with a mark in place of JWTs, long opaque runs and named credentials; words, names and addresses stay. */
export function maskTokens(text: string): string {
  return text
    .replaceAll(named, (quoted, name: string, value: string) => (isProse(name, value) ? quoted : `${name}${mark}`))
    .replaceAll(jwt, mark)
    .replaceAll(run, (candidate) => (isWords(candidate) ? candidate : mark));
}

/** `Bearer token`, `Invalid token: expired`: the sentence goes on with a word. */
function isProse(name: string, value: string): boolean {
  return /\s$/.test(name) && !name.includes('=') && /^[A-Z]?[a-z]+[.:!?]?$/.test(value);
}

/** Words joined by punctuation or capitals, with numbers at their ends only; random characters hardly ever look so. */
function isWords(candidate: string): boolean {
  const parts = candidate.split(/[^A-Za-z0-9]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => isWord(part));
}

function isWord(part: string): boolean {
  const pieces = part.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const numbers = pieces.filter((piece) => /\d/.test(piece));
  const onlyAtEnd = numbers.length === 0 || (numbers.length === 1 && /^\D*\d{1,8}$/.test(part));
  const meanLength = part.length / pieces.length;
  return onlyAtEnd && (meanLength >= 3 || part.length <= 5) && pieces.every((piece) => piece.length <= 18);
}
