/** What two tokens allow: what the one alone does, what the other alone does, and, folded away, what both do. */
import { useId } from 'react';
import { Fold } from '../../../components/fold.tsx';
import { differs } from '../../../words/compare-access.ts';
import type { AccessDifference, AccessItems as Items } from '../../../words/compare-access.ts';
import { bothTitle, lackingText, noDifference, noItems, onlyTitle } from '../../../words/compare-words.ts';
import { AccessItems } from '../access-lists.tsx';

type Names = readonly [here: string, there: string];

export interface CompareAccessProps {
  readonly access: readonly AccessDifference[];
  readonly names: Names;
}

export function CompareAccess({ access, names }: CompareAccessProps) {
  return access.map((difference) => <List key={difference.label} difference={difference} names={names} />);
}

function List({ difference, names: [here, there] }: { readonly difference: AccessDifference; readonly names: Names }) {
  const titleId = useId();
  const { label, onlyHere, onlyThere, both, lacking } = difference;
  return (
    <section className="compare-access" aria-labelledby={titleId}>
      <h2 className="panel-title" id={titleId}>
        {label}
      </h2>
      {differs(difference) ? (
        <div className="compare-sides">
          <Only name={here} items={onlyHere} isLacking={lacking === 'here'} />
          <Only name={there} items={onlyThere} isLacking={lacking === 'there'} />
        </div>
      ) : (
        <p className="access-none">{noDifference}</p>
      )}
      {both.length === 0 ? null : (
        <Fold title={bothTitle(both.length)}>
          <AccessItems items={both} label={bothTitle(both.length)} />
        </Fold>
      )}
    </section>
  );
}

interface OnlyProps {
  readonly name: string;
  readonly items: Items;
  readonly isLacking: boolean;
}

function Only({ name, items, isLacking }: OnlyProps) {
  const title = onlyTitle(name, items.length);
  return (
    <div className="compare-side" data-filled={items.length > 0 || undefined}>
      <h3 className="compare-side-title">{title}</h3>
      {items.length === 0 ? (
        <p className="access-none">{isLacking ? lackingText : noItems}</p>
      ) : (
        <AccessItems items={items} label={title} />
      )}
    </div>
  );
}
