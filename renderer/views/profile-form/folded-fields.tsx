/** Fields that may be left out, folded away until somebody wants them or something in them is wrong. */
import { useState } from 'react';
import { Icon } from '../../components/icons.tsx';
import { setCount } from '../../words/form-words.ts';
import type { FieldGroup } from './form-fields.ts';
import { FormField } from './form-field.tsx';
import type { FormParts } from './form-parts.ts';
import { shownIssue } from './form-state.ts';
import type { FieldDescription } from './form-types.ts';

export interface FoldedFieldsProps extends FormParts {
  readonly title: string;
  /** A group without a title stands alone. */
  readonly groups: readonly FieldGroup[];
  /** True unfolds them when a look-up has filled one of them. */
  readonly showsFound?: boolean;
}

/** Nothing where there are no fields. */
export function FoldedFields({ title, groups, showsFound = false, ...parts }: FoldedFieldsProps) {
  const { texts, pairs } = parts.state.values;
  const fields = groups.flatMap((group) => group.fields);
  const isSet = ({ path, secret }: FieldDescription): boolean =>
    secret === undefined
      ? (texts[path] ?? '') !== '' || (pairs[path]?.length ?? 0) > 0
      : (parts.state.secrets[secret] ?? '') !== '' || parts.storedSecrets.includes(secret);
  const set = fields.filter(isSet).length;
  const isWrong = fields.some((field) => shownIssue(parts.state, field, parts.storedSecrets) !== undefined);
  const [isOpen, setIsOpen] = useState(set > 0);
  const { lookUp } = parts.state;
  const [seen, setSeen] = useState(lookUp);
  if (lookUp !== seen) {
    setSeen(lookUp);
    // What the server told is looked at before it is used.
    if (showsFound && lookUp.kind === 'found' && fields.some(({ path }) => lookUp.paths.includes(path)))
      setIsOpen(true);
  }
  if (fields.length === 0) return null;
  return (
    <details className="more" open={isOpen || isWrong} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="more-summary">
        <Icon name="chevron" />
        {title}
        {set === 0 ? null : <span className="more-count">{setCount(set)}</span>}
      </summary>
      {groups.map((group) => (
        <section key={group.title} className="form-group">
          {group.title === '' ? null : <h2 className="form-group-title">{group.title}</h2>}
          <div className="form-fields">
            {group.fields.map((field) => (
              <FormField key={field.path} {...parts} field={field} />
            ))}
          </div>
        </section>
      ))}
    </details>
  );
}
