/** A table of two columns with names: what differs is marked. With little room each name stands above its two values. */
import './pair-table.css';
import type { ReactNode } from 'react';
import { whatColumn } from '../../../words/compare-words.ts';

export interface Pair {
  readonly key: string;
  readonly title: ReactNode;
  /** Null and undefined: there is none. */
  readonly here: ReactNode;
  readonly there: ReactNode;
  readonly differs: boolean;
}

export interface PairTableProps {
  /** For screen readers. */
  readonly caption: string;
  readonly names: readonly [here: string, there: string];
  readonly rows: readonly Pair[];
  /** Stands where one of the two has nothing. */
  readonly nothing: string;
}

export function PairTable({ caption, names, rows, nothing }: PairTableProps) {
  return (
    <table className="pair-table">
      <caption className="for-screen-readers">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="for-screen-readers">{whatColumn}</span>
          </th>
          <th scope="col">{names[0]}</th>
          <th scope="col">{names[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, here, there, differs }) => (
          <tr key={key} data-differs={differs || undefined}>
            <th scope="row">{title}</th>
            <td>{here ?? <Nothing text={nothing} />}</td>
            <td>{there ?? <Nothing text={nothing} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Nothing({ text }: { readonly text: string }) {
  return <span className="pair-nothing">{text}</span>;
}
