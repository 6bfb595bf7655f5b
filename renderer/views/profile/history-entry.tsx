/** One thing that happened to a profile. */
import type { HistoryItem } from '../../../preload/views.ts';
import type { IconName } from '../../components/icon-name.ts';
import { Icon } from '../../components/icons.tsx';
import { useApp } from '../../state/app-context.ts';
import { fullInstant, shortInstant } from '../../words/instant.ts';
import { historyDetails } from '../../words/history-words.ts';

const icons = {
  obtained: 'key',
  refreshed: 'refresh',
  failed: 'alert',
  'signed-in': 'person',
  'signed-out': 'quit',
  copied: 'copy',
  given: 'check',
} as const satisfies Record<HistoryItem['what'], IconName>;

export function HistoryEntry({ item }: { readonly item: HistoryItem }) {
  const { clock } = useApp();
  const nowMs = clock.now();
  const details = historyDetails(item, nowMs);
  return (
    <li className="history-entry" data-what={item.what}>
      <Icon name={icons[item.what]} />
      <div className="history-words">
        <span className="history-title">{item.title}</span>{' '}
        {details === '' ? null : <span className="history-details">{details}</span>}
        {item.failure === null ? null : <p className="history-failure">{item.failure.what}</p>}
      </div>
      <span className="history-time" title={fullInstant(item.atMs)}>
        {shortInstant(item.atMs, nowMs)}
      </span>
    </li>
  );
}
