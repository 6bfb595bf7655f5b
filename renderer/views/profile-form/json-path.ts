/** Reads and changes members of a JSON object by their dotted path. Nothing is changed in place. */
import type { Draft } from './form-types.ts';

export function isObject(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined where there is nothing. */
export function valueAt(draft: Draft, path: string): unknown {
  let value: unknown = draft;
  for (const name of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** What stands in the way and is no object is replaced. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...draft, [name]: value };
  const inner = draft[name];
  return { ...draft, [name]: withValue(isObject(inner) ? inner : {}, rest.join('.'), value) };
}

/** An object that has nothing else goes with its last member. */
export function without(draft: Draft, path: string): Draft {
  const [name = '', ...rest] = path.split('.');
  const { [name]: inner, ...others } = draft;
  if (rest.length === 0 || !isObject(inner)) return rest.length === 0 ? others : draft;
  const left = without(inner, rest.join('.'));
  return Object.keys(left).length === 0 ? others : { ...draft, [name]: left };
}
