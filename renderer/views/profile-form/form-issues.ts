/** Which of the issues that main has found belongs to which field, and how it reads there. */
import type { FieldDescription, Issue } from './form-types.ts';

/** The first issue of the field at `path`, or of something inside it. */
export function issueAt(issues: readonly Issue[], path: string): Issue | undefined {
  return issues.find((issue) => issue.path === path) ?? issues.find((issue) => issue.path.startsWith(`${path}.`));
}

/** All but those of the field at `path`. */
export function issuesBesides(issues: readonly Issue[], path: string): readonly Issue[] {
  return issues.filter((issue) => issue.path !== path && !issue.path.startsWith(`${path}.`));
}

/** Issues that no control shows, such as those of unknown fields of a pasted profile. */
export function issuesElsewhere(
  issues: readonly Issue[],
  fields: readonly FieldDescription[],
  isSystemKnown: boolean,
): readonly Issue[] {
  const paths = [...(isSystemKnown ? [] : ['system']), ...fields.map(({ path }) => path)];
  return issues.filter(({ path }) => !paths.some((known) => path === known || path.startsWith(`${known}.`)));
}

/** As a sentence of its own: `Tenant is missing: …`. */
export function issueSentence({ path, message }: Issue, field: Pick<FieldDescription, 'path' | 'label'>): string {
  const inner = path.slice(field.path.length + 1);
  // Of one of several values; a number is the place in a list, which nobody counts.
  const subject = inner === '' || /^\d+$/.test(inner) ? field.label : inner;
  return /^(Is|Must|Does|Stands)\b/.test(message)
    ? `${subject} ${message.charAt(0).toLowerCase()}${message.slice(1)}`
    : message;
}
