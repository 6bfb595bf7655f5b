/** Cleans text that a server wrote before anybody sees or stores it: servers quote tokens and secrets in errors. */

const mark = '…';

/** Characters that have no width or turn the direction of text, and halves of characters. */
const widthless = /[\p{Cf}\p{Cs}]+/gu;

/** Control characters, line ends and blanks: one blank is enough for them. */
const blank = /[\p{Cc}\p{Z}]+/gu;

const jwt = /\beyJ[\w-]+(?:\.[\w-]*)*/g;

/** Long enough to be a token, of the characters that tokens are made of. */
const run = /[A-Za-z0-9+/=_.~*%-]{16,}/g;

/**
 * The text without the given secrets, JWTs, long opaque runs and control characters, at most `maxLength` characters;
 * undefined when nothing is left, or when a secret cannot be removed for certain.
 * Ordinary words, identifiers and addresses stay.
 */
export function scrub(text: string, secretForms: readonly string[], maxLength = 200): string | undefined {
  const secrets = secretForms.map((form) => new RegExp(escapePattern(form), 'gi'));
  const withoutSecrets = (dirty: string) => secrets.reduce((clean, secret) => clean.replace(secret, mark), dirty);

  // Twice: what is invisible may be part of a secret, or split one.
  const visible = withoutSecrets(withoutSecrets(text).replace(widthless, '').replace(blank, ' '));
  const harmless = visible
    .replace(jwt, mark)
    .replace(run, (candidate) => (isWords(candidate) ? candidate : mark))
    .trim();
  const short = shorten(harmless, maxLength);
  // A mark or a cut can put together what was apart, where a secret is very short or very odd.
  return short === '' || secrets.some((secret) => short.search(secret) >= 0) ? undefined : short;
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

function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - mark.length).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}${mark}`;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
