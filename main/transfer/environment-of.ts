/** Which environment a name speaks of, where it says so plainly. */
import type { Environment } from '../profiles/profile.ts';

const words: readonly (readonly [RegExp, Environment])[] = [
  [/(^|[^a-z])(sandbox|sb|test|qa|uat|staging|stage)([^a-z]|$)/i, 'sandbox'],
  [/(^|[^a-z])(dev|development)([^a-z]|$)/i, 'development'],
  [/(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i, 'production'],
];

/** Undefined where it does not, or says two things at once. */
export function environmentOf(name: string | null | undefined): Environment | undefined {
  const found = words.filter(([pattern]) => pattern.test(name ?? '')).map(([, environment]) => environment);
  return found.length === 1 ? found[0] : undefined;
}
