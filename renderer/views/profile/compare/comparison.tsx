/** What two tokens have in common and where they differ, once both are known. */
import type { ProfileView } from '../../../../preload/views.ts';
import { Callout } from '../../../components/callout.tsx';
import { compareAccess } from '../../../words/compare-access.ts';
import { verdict } from '../../../words/compare-words.ts';
import { useDetail } from '../use-detail.ts';
import { CompareAccess } from './compare-access.tsx';
import { CompareClaims } from './compare-claims.tsx';
import { CompareFacts } from './compare-facts.tsx';

export interface ComparisonProps {
  readonly here: ProfileView;
  readonly there: ProfileView;
}

/** Mount it anew for another pair. */
export function Comparison({ here, there }: ComparisonProps) {
  const ours = useDetail(here);
  const theirs = useDetail(there);
  const failure = ours.failure ?? theirs.failure;
  if (ours.detail === null || theirs.detail === null) {
    return failure === null ? null : <Callout tone="bad" title={failure.what} text={failure.next} role="alert" />;
  }
  const sides = { here: { view: here, detail: ours.detail }, there: { view: there, detail: theirs.detail } };
  const access = compareAccess(ours.detail.access, theirs.detail.access);
  const names = [here.name, there.name] as const;
  return (
    <>
      {failure === null ? null : <Callout tone="bad" title={failure.what} text={failure.next} />}
      <div role="status">
        <Callout {...verdict(sides.here, sides.there, access)} />
      </div>
      {[here, there].map(({ id, note }) =>
        note === null ? null : <Callout key={id} tone="warning" icon="person" title={note} />,
      )}
      <CompareFacts {...sides} />
      {access.length === 0 ? null : <CompareAccess access={access} names={names} />}
      <CompareClaims here={ours.detail} there={theirs.detail} names={names} />
    </>
  );
}
