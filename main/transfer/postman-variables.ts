/** Variables of a Postman environment or collection, found by the names that people and vendors give them. */
import { isPlainObject } from '../profiles/plain-object.ts';
import { realValue } from './placeholder.ts';

export interface PostmanVariables {
  /** The value of the first of these that there is, with the variables in it replaced; names without their punctuation. */
  get(...names: readonly string[]): string | undefined;
  /** `{{name}}` in a text replaced by its value; undefined where that is not known. */
  resolve(text: string | undefined): string | undefined;
  readonly isEmpty: boolean;
}

/** Variables may stand in variables. */
const mostRounds = 5;

/** `list` as it stands in the file: `[{ "key", "value", "enabled" }]`. */
export function postmanVariables(list: unknown): PostmanVariables {
  const values = new Map<string, string>();
  for (const item of Array.isArray(list) ? (list as readonly unknown[]) : []) {
    if (!isPlainObject(item) || item['enabled'] === false || item['disabled'] === true) continue;
    const { key, value } = item;
    if (typeof key !== 'string' || typeof value !== 'string' || value.trim() === '') continue;
    values.set(bare(key), value);
  }

  function resolve(text: string | undefined): string | undefined {
    let resolved = text ?? '';
    for (let round = 0; round < mostRounds && resolved.includes('{{'); round++) {
      resolved = resolved.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) => values.get(bare(name)) ?? whole);
      if (resolved.length > 65_536) return undefined;
    }
    return resolved.includes('{{') ? undefined : realValue(resolved);
  }

  return {
    get: (...names) => names.map((name) => resolve(values.get(name))).find((value) => value !== undefined),
    resolve,
    isEmpty: values.size === 0,
  };
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
