/** What a token allows: its scopes, authorities and the like, each as a list. */
import './access-lists.css';
import { useId, useState } from 'react';
import type { ProfileDetail } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { accessNone, mostShown, showAll, showFewer } from '../../words/access-words.ts';

type Access = ProfileDetail['access'][number];

export function AccessLists({ access }: Pick<ProfileDetail, 'access'>) {
  if (access.length === 0) return null;
  return (
    <div className="access">
      {access.map((list) => (
        <AccessList key={list.claim} list={list} />
      ))}
    </div>
  );
}

function AccessList({ list: { label, items } }: { readonly list: Access }) {
  const titleId = useId();
  const [showsAll, setShowsAll] = useState(false);
  return (
    <section className="access-list" aria-labelledby={titleId}>
      <h2 className="panel-title" id={titleId}>
        {label}
        {items.length === 0 ? null : <span className="panel-count">{items.length}</span>}
      </h2>
      {items.length === 0 ? (
        <p className="access-none">{accessNone}</p>
      ) : (
        <AccessItems items={showsAll ? items : items.slice(0, mostShown)} label={label} />
      )}
      {items.length <= mostShown ? null : (
        <Button kind="quiet" size="small" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? showFewer : showAll(items.length)}
        </Button>
      )}
    </section>
  );
}

/** `label` names the list to whoever hears it. */
export function AccessItems({ items, label }: { readonly items: Access['items']; readonly label: string }) {
  return (
    <ul className="access-items" aria-label={label}>
      {items.map(({ name, meaning }) => (
        <li key={name} className="access-item">
          <code>{name}</code> {meaning === null ? null : <span className="access-meaning">{meaning}</span>}
        </li>
      ))}
    </ul>
  );
}
