/** Cleans text that a server wrote before anybody sees or stores it: servers quote tokens and secrets in errors. */
import { mark, maskTokens } from './mask-tokens.ts';
import type { QuotesSecret } from './secret-detector.ts';
import { unescapeLayers } from './unescape.ts';

/** What colours a terminal's text, whole: its printable rest would stand between the letters of what it colours. */
const colours = /\p{Cc}\[[0-9;]*m/gu;

/** Control characters that end no line, characters without width or that turn the direction of text, halves of characters. */
const invisible = /[^\P{Cc}\t-\r\u0085]|[\p{Cf}\p{Cs}]/gu;

/** Line ends and blanks: one blank is enough for them. */
const blank = /[\t-\r\u0085\p{Z}]+/gu;

/** Of a longer text nothing that is left out here would be shown. */
const maxRead = 4_096;

/**
 * The text on one line, at most `maxLength` characters, with a mark in place of what looks like a token. Undefined when
 * nothing is left, when it gives away anything of a secret, or when a token shows only once escapes are taken off: what
 * stands around a part that was recognised may be the other part, so nothing of such a text is kept.
 */
export function scrub(text: string, quotesSecret: QuotesSecret, maxLength = 200): string | undefined {
  const visible = text
    .replaceAll(colours, '')
    .replaceAll(invisible, '')
    .replaceAll(blank, ' ')
    .trim()
    .slice(0, maxRead);
  const masked = maskTokens(visible);
  const inner = unescapeLayers(masked).slice(1);
  if (inner.some((layer) => maskTokens(layer) !== layer)) return undefined;
  const short = shorten(masked, maxLength);
  // A mark or a cut may put together what was apart.
  return short === '' || quotesSecret(visible) || quotesSecret(short) ? undefined : short;
}

function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - mark.length).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}${mark}`;
}
