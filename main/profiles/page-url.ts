/** Which addresses a person is shown as a page and a browser is handed, whoever wrote them. */
import { isHttpsOrLoopback } from './loopback.ts';

/** Longer ones no browser needs to be given; Windows takes no more than 2,081 characters, and says so. */
const longestAddress = 8_192;

/**
 * https, or http to this machine, where a person tries things out. Undefined for what people, URL parsers and the programs
 * that are handed an address might read differently: characters beyond ASCII, control characters and blanks, which a parser
 * drops, backslashes, which it turns, whatever stands before an @, and excess length.
 */
export function pageUrl(address: string): URL | undefined {
  const isPlain = address.length <= longestAddress && /^[!-[\]-~]+$/.test(address);
  if (!isPlain || !/^https?:\/\/[^@/?#]+(?:[/?#]|$)/i.test(address)) return undefined;
  const url = URL.parse(address);
  return url !== null && isHttpsOrLoopback(url) ? url : undefined;
}
