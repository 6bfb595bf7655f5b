/** The claims of two tokens beside each other: those that differ first, the rest folded away. */
import '../claims-table.css';
import { Fold } from '../../../components/fold.tsx';
import type { ClaimRow } from '../../../words/claim-words.ts';
import { compareClaims } from '../../../words/compare-claims.ts';
import type { ClaimPair, Told } from '../../../words/compare-claims.ts';
import {
  claimsTitle,
  eachTokenClaims,
  foldTitle,
  notThere,
  nothingDiffers,
  sameClaims,
} from '../../../words/compare-words.ts';
import { ClaimName, Meaning } from '../claims-panel.tsx';
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
        <PairTable caption={claimsTitle} names={names} nothing={notThere} rows={different.map(rowOf)} />
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
      <PairTable caption={title} names={names} nothing={notThere} rows={pairs.map(rowOf)} />
    </Fold>
  );
}

function rowOf({ here, there, ...pair }: ClaimPair): Pair {
  const [ours, theirs] = [here?.meaning ?? null, there?.meaning ?? null];
  // Once, where it is the same for both.
  const shared = here === null || there === null || ours === theirs ? (ours ?? theirs) : null;
  return {
    key: pair.name,
    title: (
      <>
        <ClaimName row={pair} />
        <Meaning text={shared} />
      </>
    ),
    here: here === null ? null : <Value row={here} meaning={shared === null ? ours : null} />,
    there: there === null ? null : <Value row={there} meaning={shared === null ? theirs : null} />,
    differs: false,
  };
}

function Value({ row, meaning }: { readonly row: ClaimRow; readonly meaning: string | null }) {
  return (
    <>
      <ClaimValue row={row} />
      <Meaning text={meaning} />
    </>
  );
}
