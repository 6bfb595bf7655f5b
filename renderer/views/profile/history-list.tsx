/** The things of one kind that happened to a profile, page by page. */
import { useRef, useState } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { historyWords } from '../../words/history-words.ts';
import type { HistoryKind } from '../../words/history-words.ts';
import { HistoryEntry } from './history-entry.tsx';
import { useHistory } from './use-history.ts';

export interface HistoryListProps {
  readonly profile: ProfileView;
  readonly kind: HistoryKind;
}

/** Mount it anew for another profile or kind. */
export function HistoryList({ profile, kind }: HistoryListProps) {
  const { items, hasMore, failure, older } = useHistory(profile, kind);
  const [isBusy, setBusy] = useState(false);
  const list = useRef<HTMLOListElement>(null);

  async function showOlder(): Promise<void> {
    setBusy(true);
    await older();
    setBusy(false);
    // The button may have gone, and the focus with it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) list.current?.focus();
    });
  }

  return (
    <>
      {failure === null ? null : <Callout tone="bad" title={failure.what} text={failure.next} />}
      {items?.length === 0 ? (
        <Callout
          tone="still"
          title={kind === 'all' ? historyWords.nothing : historyWords.nothingOfKind}
          text={historyWords.kept}
        />
      ) : null}
      {items === null || items.length === 0 ? null : (
        <ol className="history-list" aria-label={historyWords.list} ref={list} tabIndex={-1}>
          {items.map((item) => (
            <HistoryEntry key={item.id} item={item} />
          ))}
        </ol>
      )}
      {hasMore ? (
        <Button size="small" isBusy={isBusy} onClick={() => void showOlder()}>
          {historyWords.older}
        </Button>
      ) : null}
    </>
  );
}
