/** Chooses the profile whose token is compared: by typing, or one of those that are likely meant. */
import { useMemo } from 'react';
import type { ProfileView } from '../../../../preload/views.ts';
import { Button } from '../../../components/button.tsx';
import { Callout } from '../../../components/callout.tsx';
import { ComboboxField } from '../../../components/combobox.tsx';
import { useApp } from '../../../state/app-context.ts';
import { useWindowState } from '../../../state/use-store.ts';
import { candidatesFor } from '../../../words/compare-candidates.ts';
import {
  aloneText,
  aloneTitle,
  candidateNote,
  otherLabel,
  otherNone,
  otherPlaceholder,
  otherSearch,
  suggestedLabel,
  switchSides,
} from '../../../words/compare-words.ts';

export interface OtherProfileProps {
  readonly here: ProfileView;
  /** Undefined: none is chosen yet. */
  readonly there: ProfileView | undefined;
}

/** Of the likely ones, in sight at once. */
const suggested = 3;

export function OtherProfile({ here, there }: OtherProfileProps) {
  const { navigation } = useApp();
  const profiles = useWindowState((state) => state.profiles);
  const candidates = useMemo(() => candidatesFor(here, profiles.values()), [here, profiles]);
  if (candidates.length === 0) return <Callout tone="still" title={aloneTitle} text={aloneText} />;

  // The way back leads to where the comparison was asked for, not through all that was looked at.
  const choose = (otherId: string) => navigation.replace({ view: 'compare', id: here.id, otherId });

  return (
    <div className="compare-choice">
      <div className="compare-choice-line">
        <ComboboxField
          label={otherLabel}
          choices={candidates.map((profile) => ({
            value: profile.id,
            label: profile.name,
            note: candidateNote(profile),
          }))}
          value={there?.id ?? null}
          onValueChange={choose}
          placeholder={otherPlaceholder}
          emptyText={otherNone}
          searchLabel={otherSearch}
        />
        {there === undefined ? null : (
          <Button onClick={() => navigation.replace({ view: 'compare', id: there.id, otherId: here.id })}>
            {switchSides}
          </Button>
        )}
      </div>
      {there === undefined ? (
        <div className="compare-suggested" role="group" aria-label={suggestedLabel}>
          {candidates.slice(0, suggested).map(({ id, name }) => (
            <Button key={id} size="small" onClick={() => choose(id)}>
              {name}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
