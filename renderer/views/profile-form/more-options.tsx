/** Everything that may be left out, folded away until somebody wants it or something in it is wrong. */
import { useState } from 'react';
import { Icon } from '../../components/icons.tsx';
import { optionalGroups } from './form-fields.ts';
import { FormField } from './form-field.tsx';
import type { FormParts } from './form-field.tsx';
import { shownIssue } from './form-state.ts';
import type { FieldDescription } from './form-types.ts';

export function MoreOptions({ fields, ...parts }: FormParts & { readonly fields: readonly FieldDescription[] }) {
  const { texts, pairs } = parts.state.values;
  const groups = optionalGroups(fields);
  const optional = groups.flatMap((group) => group.fields);
  const isSet = ({ path, secret }: FieldDescription): boolean =>
    secret === undefined
      ? (texts[path] ?? '') !== '' || (pairs[path]?.length ?? 0) > 0
      : (parts.state.secrets[secret] ?? '') !== '' || parts.storedSecrets.includes(secret);
  const set = optional.filter(isSet).length;
  const isWrong = optional.some((field) => shownIssue(parts.state, field, parts.storedSecrets) !== undefined);
  const [isOpen, setIsOpen] = useState(set > 0);
  return (
    <details className="more" open={isOpen || isWrong} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="more-summary">
        <Icon name="chevron" />
        More options
        {set === 0 ? null : <span className="more-count">{set} set</span>}
      </summary>
      {groups.map((group) => (
        <section key={group.title} className="form-group">
          <h2 className="form-group-title">{group.title}</h2>
          <div className="form-fields">
            {group.fields.map((field) => (
              <div key={field.path} className="form-field" data-path={field.path}>
                <FormField {...parts} field={field} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </details>
  );
}
