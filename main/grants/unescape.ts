/** Takes the escapes of HTML, JSON and URLs off a text, and reads the bytes that it lists, to see what it quotes. */

/** Names of HTML for ASCII punctuation, each followed by what it stands for. */
const entityNames =
  'tab \t newline \n nbsp \u00A0 excl ! quot " num # dollar $ percnt % amp & apos \' lpar ( rpar ) ast * plus + comma , ' +
  'period . sol / colon : semi ; lt < equals = gt > quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] hat ^ ' +
  'lowbar _ grave ` lcub { lbrace { verbar | vert | rcub } rbrace }';
const entities = new Map([...entityNames.matchAll(/(\w+) (.)/gs)].map(([, name = '', char = '']) => [name, char]));

/** More layers than anybody wraps by mistake; an escape of an escape of the same kind is one layer. */
const maxLayers = 8;

/** The text, and what it becomes as one layer of escapes after the other is taken off; the last holds none any more. */
export function unescapeLayers(text: string): readonly string[] {
  const layers = [text];
  for (let inner = unescape(text); inner !== layers.at(-1) && layers.length < maxLayers; inner = unescape(inner)) {
    layers.push(inner);
  }
  return layers;
}

function unescape(text: string): string {
  return readBytes(unescapePercent(unescapeJson(unescapeHtml(text))));
}

/** Also without the semicolon where browsers do without. Of a letter with an accent the letter stays. */
function unescapeHtml(text: string): string {
  return text
    .replaceAll(/&(?:amp;?|#0*38;?|#x0*26;?)+/gi, '&')
    .replaceAll(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (_, hex?: string, decimal?: string) =>
      character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replaceAll(/&(lt|gt|quot);?/gi, (entity, name: string) => entities.get(name.toLowerCase()) ?? entity)
    .replaceAll(/&([a-z])(?:acute|grave|circ|uml|tilde|ring|cedil|slash|caron);/gi, '$1')
    .replaceAll(/&([a-z]{2,10});/gi, (entity, name: string) => entities.get(name.toLowerCase()) ?? entity);
}

/** Also what other languages write like it; however often a backslash was doubled on the way. */
function unescapeJson(text: string): string {
  return text.replaceAll(
    /\\+(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([0-3][0-7]{2})|(.?))/gis,
    (_, braced?: string, four?: string, two?: string, octal?: string, other = '') => {
      const hex = braced ?? four ?? two;
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      if (octal !== undefined) return character(Number.parseInt(octal, 8));
      return /[bfnrtv0]/.test(other) ? ' ' : other;
    },
  );
}

/** Bytes are UTF-8 (RFC 3986 section 2.5), and `%uXXXX` is what old scripts write. */
function unescapePercent(text: string): string {
  return text
    .replaceAll(/%(?:25)+/g, '%')
    .replaceAll(/%u([0-9a-f]{4})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}

/** As programs print bytes that they do not take for a text: `115, 51, 99` or `0x73,0x33,0x63`, below zero too. */
function readBytes(text: string): string {
  return text.replaceAll(/(?:(?:0x[0-9a-f]{1,2}|-?[0-9]{1,3}),\s*){3,}(?:0x[0-9a-f]{1,2}|-?[0-9]{1,3})/gi, (list) =>
    Buffer.from(list.split(',').map(Number)).toString(),
  );
}

function character(codePoint: number): string {
  return codePoint <= 0x10_ff_ff ? String.fromCodePoint(codePoint) : '';
}
