/** Takes what main suggests in place of what was entered. */
import { fieldsFor } from './form-fields.ts';
import type { Draft, Issue, SystemDescription } from './form-types.ts';
import { draftOf, valuesOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import { valueAt, without, withValue } from './json-path.ts';

/** The suggestion for a field is a value; for a name that is no field it is the path of the field that was meant. */
export function correct(values: FormValues, issue: Issue, systems: readonly SystemDescription[]): FormValues {
  const { path, suggestion } = issue;
  if (suggestion === undefined) return values;
  if (fieldsFor(systems, values).some((field) => field.path === path)) {
    return { ...values, texts: { ...values.texts, [path]: suggestion }, rest: without(values.rest, path) };
  }
  const draft = draftOf(values, systems);
  const corrected =
    path === 'system' || path === 'auth'
      ? withValue(draft, path, suggestion)
      : withValue(without(draft, path), suggestion, valueAt(draft, path));
  return spreadOver(values, corrected, systems);
}

/** The values of the draft; what was entered for other systems stays. */
export function spreadOver(before: FormValues, draft: Draft, systems: readonly SystemDescription[]): FormValues {
  const next = valuesOf(draft, systems);
  return { ...next, texts: { ...before.texts, ...next.texts }, pairs: { ...before.pairs, ...next.pairs } };
}
