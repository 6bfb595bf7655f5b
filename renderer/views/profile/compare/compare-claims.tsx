/** The claims of two tokens beside each other: those that differ first, the rest folded away. */
import '../claims-table.css';
import { Fold } from '../../../components/fold.tsx';
import type { ClaimRow } from '../../../words/claim-words.ts';
import { compareClaims } from '../../../words/compare-claims.ts';
import type { ClaimPair, Told } from '../../../words/compare-claims.ts';
import { claimsTitle, eachTokenClaims, foldTitle, nothingDiffers, sameClaims } from '../../../words/compare-words.ts';
import { ClaimName } from '../claims-panel.tsx';
import { ClaimValue } from '../claim-value.tsx';
import { PairTable } from './pair-table.tsx';
import type { Pair } from './pair-table.tsx';

export interface CompareClaimsProps {
  readonly here: Told;
  readonly there: Told;
  readonly names: readonly [here: string, there: string];
}

/** Nothing where neither token says anything about itself. */
export function CompareClaims({ here, there, names }: CompareClaimsProps) {
  if (here.claims === null && there.claims === null) return null;
  const { different, ofEachToken, same } = compareClaims(here, there);
  return (
    <section className="compare-claims">
      <h2 className="panel-title">{claimsTitle}</h2>
      {different.length === 0 ? (
        <p className="access-none">{nothingDiffers}</p>
      ) : (
        <PairTable caption={claimsTitle} names={names} rows={different.map((pair) => rowOf(pair, true))} />
      )}
      <Folded title={eachTokenClaims} pairs={ofEachToken} names={names} />
      <Folded title={sameClaims} pairs={same} names={names} />
    </section>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly pairs: readonly ClaimPair[];
  readonly names: CompareClaimsProps['names'];
}

function Folded({ title, pairs, names }: FoldedProps) {
  if (pairs.length === 0) return null;
  return (
    <Fold title={foldTitle(title, pairs.length)}>
      <PairTable caption={title} names={names} rows={pairs.map((pair) => rowOf(pair, false))} />
    </Fold>
  );
}

function rowOf(pair: ClaimPair, differs: boolean): Pair {
  return {
    key: pair.name,
    title: <ClaimName row={pair} />,
    here: pair.here === null ? null : <Value row={pair.here} />,
    there: pair.there === null ? null : <Value row={pair.there} />,
    differs,
  };
}

function Value({ row }: { readonly row: ClaimRow }) {
  return (
    <>
      <ClaimValue row={row} />
      {row.meaning === null ? null : <span className="claims-meaning">{row.meaning}</span>}
    </>
  );
}
