/** Claims as values that can be sent to the window. */

/**
 * A copy in which every number that a double cannot hold is a text with all its digits: what keeps it exact in this
 * process (`parseExactJson`) does not survive the way to another.
 */
export function cloneable(claims: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, copyOf(value)]));
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const text = JSON.stringify(value);
  return text.startsWith('{') ? cloneable(value as Readonly<Record<string, unknown>>) : text;
}
