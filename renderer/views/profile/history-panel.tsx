/** What happened to a profile and its token, newest first, below what is planned next. */
import './history-panel.css';
import { useState } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { ChoiceBar } from '../../components/choice-bar.tsx';
import { historyKinds, historyWords } from '../../words/history-words.ts';
import type { HistoryKind } from '../../words/history-words.ts';
import { Fact, Facts } from './facts.tsx';
import { HistoryList } from './history-list.tsx';
import { Moment } from './moment.tsx';

const choices = historyKinds.map(({ kind, label }) => ({ value: kind, label }));

export function HistoryPanel({ profile }: { readonly profile: ProfileView }) {
  const [kind, setKind] = useState<HistoryKind>('all');
  return (
    <div className="history">
      <Facts>
        <Fact name={historyWords.nextRefresh}>
          {profile.nextRefreshAtMs === null ? historyWords.nonePlanned : <Moment atMs={profile.nextRefreshAtMs} />}
        </Fact>
      </Facts>
      <ChoiceBar label={historyWords.show} choices={choices} value={kind} onValueChange={setKind} />
      <HistoryList key={kind} profile={profile} kind={kind} />
    </div>
  );
}
