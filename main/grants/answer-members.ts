/** Reads the members of a token endpoint's answer, whatever content type it claims to be. */

export type Members = Readonly<Record<string, unknown>>;

/** A form-encoded body has neither blanks nor quotes nor angle brackets: pages and prose never look like one. */
const formEncoded = /^[^\s"'<>{}=&]+=[^\s"'<>{}]*$/;

/**
 * Members of a JSON object or of a form-encoded body; undefined for anything else. A byte order mark is
 * skipped as white space; of duplicate members the last counts.
 */
export function readMembers(body: string): Members | undefined {
  const text = body.trim();
  if (formEncoded.test(text)) return Object.fromEntries(new URLSearchParams(text));
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
}

/** What came in place of what was `wanted`, in words that quote nothing of it. */
export function describeBody(body: string, wanted = 'an access token'): string {
  const text = body.trim();
  if (text === '') return 'an empty answer';
  if (text.startsWith('<')) return 'a web page instead of JSON';
  if (readMembers(text) !== undefined) return `an answer without ${wanted}`;
  if (parseJson(text) !== undefined) return 'JSON that is not an object';
  if (text.startsWith('{')) return 'JSON that is cut off or malformed';
  return 'text instead of JSON';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
