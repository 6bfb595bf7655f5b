/** Which system the tenant belongs to, and how its tokens are had. */
import { ChoiceCards } from '../../components/choice-cards.tsx';
import { SystemBadge } from '../../components/system-badge.tsx';
import { authLabel, neededWords, systemLabel, systemSection } from '../../words/form-words.ts';
import type { FormParts } from './form-parts.ts';
import { FixButton } from './fix-button.tsx';
import { issueAt } from './form-issues.ts';
import type { SystemDescription } from './form-types.ts';

export interface SystemChoiceProps extends Pick<FormParts, 'form' | 'state'> {
  readonly systems: readonly SystemDescription[];
  readonly isNew: boolean;
}

/** The system of a stored profile is told, not asked: another one would be another profile. */
export function SystemChoice({ form, state, systems, isNew }: SystemChoiceProps) {
  const { system, auth } = state.values;
  const known = systems.find(({ id }) => id === system);
  const ways = known?.auths ?? [];
  const issue = system === null ? issueAt(state.issues, 'system') : undefined;
  return (
    <section className="form-section" aria-label={systemSection}>
      {isNew || known === undefined ? (
        <>
          <ChoiceCards
            label={systemLabel}
            choices={systems.map(({ id, label, summary }) => ({
              value: id,
              title: label,
              text: summary,
              mark: <SystemBadge system={id} />,
            }))}
            value={system}
            onValueChange={form.chooseSystem}
            autoFocus={isNew}
            isCompact={system !== null}
          />
          {issue === undefined ? null : (
            <div role="status">
              <p className="field-error">{issue.message}</p>
              {issue.suggestion === undefined ? null : (
                <FixButton value={issue.suggestion} onUse={() => form.takeSuggestion(issue)} />
              )}
            </div>
          )}
        </>
      ) : (
        <div className="form-system">
          <SystemBadge system={known.id} />
          <div>
            <p className="form-system-name">{known.label}</p>
            <p className="field-help">{ways.find((way) => way.auth === auth)?.guide.title ?? known.summary}</p>
          </div>
        </div>
      )}
      {ways.length > 1 ? (
        <ChoiceCards
          label={authLabel}
          choices={ways.map(({ auth: value, guide: { title, bestFor, text, credential } }) => ({
            value,
            title,
            lead: bestFor,
            text,
            foot: neededWords(credential),
          }))}
          value={auth}
          onValueChange={form.chooseAuth}
        />
      ) : null}
    </section>
  );
}
