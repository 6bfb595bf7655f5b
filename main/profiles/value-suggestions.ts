/** Guesses which value a person meant by one that is not accepted. */
import { choices, suggestChoice } from './choices.ts';
import type { ChoicePath } from './choices.ts';
import { namePattern } from './line-rules.ts';
import { probableUrl } from './url-rule.ts';

/** A value that the field at `path` would take, made from what was given; undefined where nothing is likely. */
export function suggestValue(path: string, input: string): string | undefined {
  if (Object.hasOwn(choices, path)) return suggestChoice(path as ChoicePath, input);
  if (path === 'name' || path === 'uses') return probableName(input);
  if (path === 'issuer' || path === 'redirectUri' || path.startsWith('endpoints.')) return probableUrl(input);
  return undefined;
}

function probableName(input: string): string | undefined {
  // Without their accents; what has another alphabet is no name with a letter missing.
  const plain = input.normalize('NFKD').replace(/\p{M}+/gu, '');
  if (/[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(plain)) return undefined;
  const name = plain
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 64)
    .replace(/[^a-z0-9]+$/, '');
  return namePattern.test(name) ? name : undefined;
}
