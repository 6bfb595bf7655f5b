/** The value of a claim: as a list where it is one, with the moment or the length of time that it stands for. */
import type { ClaimRow } from '../../words/claim-words.ts';
import { Moment } from './moment.tsx';

export function ClaimValue({
  row: { value, atMs, reading },
}: {
  readonly row: Pick<ClaimRow, 'value' | 'atMs' | 'reading'>;
}) {
  return (
    <>
      <Value value={value} />
      {atMs === null ? null : (
        <span className="claims-reading">
          <Moment atMs={atMs} isFull />
        </span>
      )}
      {reading === null ? null : <span className="claims-reading">{reading}</span>}
    </>
  );
}

function Value({ value }: Pick<ClaimRow, 'value'>) {
  if (value.kind === 'words') return <span className="claims-words">{value.text}</span>;
  if (value.kind === 'json') return <pre className="claims-json">{value.text}</pre>;
  if (value.kind === 'text') return <span className="claims-value">{value.text}</span>;
  return (
    <ul className="claims-items">
      {/* Once each, as what is listed twice says nothing more. */}
      {[...new Set(value.items)].map((item) => (
        <li key={item} className="claims-value">
          {item}
        </li>
      ))}
    </ul>
  );
}
