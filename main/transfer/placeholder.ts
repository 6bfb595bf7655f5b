/** Tells what documentation and templates write in place of a value from the value itself. */

/** `$SECRET`, `${secret}`, `{{secret}}`, `{secret}`, `<secret>`, `[secret]`, `%SECRET%`, `...`, `xxxx`, `YOUR_SECRET`. */
const placeholder =
  /^(\$\{?[\w:.-]+\}?|\$\(.*\)|\{\{[^}]*\}\}|\{[\w .:-]+\}|<[^<>]+>|\[[\w .:-]+\]|%\w+%|[.…]+|[xX*•]+|your[-_ ].*)$/i;

function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return text === '' || placeholder.test(text);
}

/** Without the blanks around it; undefined for a placeholder, and for nothing. */
export function realValue(value: string | undefined): string | undefined {
  return value === undefined || isPlaceholder(value) ? undefined : value.trim();
}
