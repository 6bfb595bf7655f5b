/** Reads JSON without rounding its numbers. */

/** ECMAScript's source text access for JSON, which Node has and TypeScript's libraries do not know yet. */
interface JsonSourceText {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(source: string): object;
  isRawJSON(value: unknown): value is { readonly rawJSON: string };
}

const json = JSON as unknown as JsonSourceText;

/**
 * What `JSON.parse` makes of the text, but a number that JavaScript would write as another one is kept as it stands: as
 * an object that `JSON.stringify` writes digit for digit. Throws a SyntaxError as `JSON.parse` does.
 */
export function parseExactJson(text: string): unknown {
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && decimal(String(value)) !== decimal(source)
      ? json.rawJSON(source)
      : value,
  );
}

/** The nearest JavaScript number to what `parseExactJson` read; undefined for what is no number. */
export function nearestNumber(value: unknown): number | undefined {
  if (json.isRawJSON(value)) return Number(value.rawJSON);
  return typeof value === 'number' ? value : undefined;
}

/** One spelling for all those of a number but zero, such as `-15e2` for `-1500` and `-1.50E3`. */
function decimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  // Begins at no zero but the first of a run: from each of them it would look through all of the rest in vain.
  const significant = digits.replace(/(?<!0)0+$/, '');
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
