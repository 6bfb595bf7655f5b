/** A number with its noun, in the form that the language wants. */

const rules = new Intl.PluralRules('en');

/** `counted(1, { one: 'scope', other: 'scopes' })` is `1 scope`. */
export function counted(count: number, noun: Readonly<Record<'one' | 'other', string>>): string {
  return `${count} ${noun[rules.select(count) === 'one' ? 'one' : 'other']}`;
}
