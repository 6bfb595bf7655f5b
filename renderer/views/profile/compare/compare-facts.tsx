/** Two profiles beside each other: whose tokens they are, of which tenant, and how long they live. */
import type { ReactNode } from 'react';
import type { ProfileDetail, ProfileView } from '../../../../preload/views.ts';
import { StateLabel } from '../../../components/state-label.tsx';
import { EnvironmentTag } from '../../../components/tag.tsx';
import { clockWords } from '../../../words/clock-words.ts';
import { factNames, factsCaption, notKnown } from '../../../words/compare-words.ts';
import { identityWords } from '../../../words/identity-words.ts';
import { codeOf } from '../facts.tsx';
import { Moment } from '../moment.tsx';
import { PairTable } from './pair-table.tsx';

interface Side {
  readonly view: ProfileView;
  readonly detail: ProfileDetail;
}

interface FactOfSide {
  readonly key: keyof typeof factNames;
  readonly show: (side: Side) => ReactNode;
  /** A difference of these says something; absent where two profiles always differ. */
  readonly value?: (side: Side) => string | undefined;
}

const facts: readonly FactOfSide[] = [
  { key: 'state', show: ({ view }) => <StateLabel profile={view} /> },
  { key: 'expires', show: expiry },
  { key: 'holder', show: holder, value: holder },
  {
    key: 'environment',
    show: ({ view: { environment } }) => environment && <EnvironmentTag environment={environment} />,
  },
  { key: 'system', show: ({ view }) => view.systemLabel, value: ({ view }) => view.systemLabel },
  { key: 'api', show: ({ detail }) => codeOf(detail.apiBase) },
  { key: 'client', show: ({ detail }) => codeOf(detail.definition.clientId) },
  { key: 'clock', show: ({ detail }) => clockWords(detail.clockOffsetMs) },
];

export function CompareFacts({ here, there }: { readonly here: Side; readonly there: Side }) {
  const rows = facts.map(({ key, show, value }) => ({
    key,
    title: factNames[key],
    here: show(here),
    there: show(there),
    differs: value !== undefined && value(here) !== value(there),
  }));
  return <PairTable caption={factsCaption} names={[here.view.name, there.view.name]} rows={rows} nothing={notKnown} />;
}

function holder({ view }: Side): string | undefined {
  return identityWords(view.identity);
}

function expiry({ view: { token, expiresAtMs } }: Side): ReactNode {
  return token === 'none' || expiresAtMs === null ? null : <Moment atMs={expiresAtMs} />;
}
