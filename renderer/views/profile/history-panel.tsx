/** What happened to a profile and its token, newest first, below what is planned next. */
import './history-panel.css';
import { useRef, useState } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Fact, Facts } from './facts.tsx';
import { HistoryEntry } from './history-entry.tsx';
import { Moment } from './moment.tsx';
import { useHistory } from './use-history.ts';

export function HistoryPanel({ profile }: { readonly profile: ProfileView }) {
  const { items, hasMore, failure, older } = useHistory(profile);
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
    <div className="history">
      <Facts>
        <Fact name="Next refresh">
          {profile.nextRefreshAtMs === null ? 'None planned' : <Moment atMs={profile.nextRefreshAtMs} />}
        </Fact>
      </Facts>
      {failure === null ? null : <Callout tone="bad" title={failure.what} text={failure.next} />}
      {items?.length === 0 ? (
        <Callout tone="still" title="Nothing has happened yet" text="What happens is kept here for 90 days." />
      ) : null}
      {items === null || items.length === 0 ? null : (
        <ol className="history-list" aria-label="What happened, newest first" ref={list} tabIndex={-1}>
          {items.map((item) => (
            <HistoryEntry key={item.id} item={item} />
          ))}
        </ol>
      )}
      {hasMore ? (
        <Button size="small" isBusy={isBusy} onClick={() => void showOlder()}>
          Show older
        </Button>
      ) : null}
    </div>
  );
}
