/** Which system the tenant belongs to, and how its tokens are had. */
import { ChoiceCards } from '../../components/choice-cards.tsx';
import { SystemBadge } from '../../components/system-badge.tsx';
import { authWords } from './choice-words.ts';
import type { FormParts } from './form-field.tsx';
import { authsOf } from './form-fields.ts';
import { FixButton } from './fix-button.tsx';
import { issueAt } from './form-issues.ts';
import type { AuthKind, SystemDescription, SystemId } from './form-types.ts';

export interface SystemChoiceProps extends Pick<FormParts, 'form' | 'state'> {
  readonly systems: readonly SystemDescription[];
  readonly isNew: boolean;
}

/** The system of a stored profile is told, not asked: another one would be another profile. */
export function SystemChoice({ form, state, systems, isNew }: SystemChoiceProps) {
  const { system, auth } = state.values;
  const auths = authsOf(systems, system);
  const known = systems.find(({ id }) => id === system);
  const issue = system === null ? issueAt(state.issues, 'system') : undefined;
  return (
    <section className="form-section" aria-label="System">
      {isNew || known === undefined ? (
        <>
          <ChoiceCards
            label="Which system is it?"
            choices={systems.map(({ id, label, summary }) => ({
              value: id,
              title: label,
              text: summary,
              mark: <SystemBadge system={id} />,
            }))}
            value={system}
            onValueChange={form.chooseSystem}
            autoFocus={isNew}
          />
          {issue === undefined ? null : (
            <div role="status">
              <p className="field-error">{issue.message}</p>
              {issue.suggestion === undefined ? null : (
                <FixButton value={issue.suggestion} onUse={() => form.takeSuggestion(issue)} />
              )}
            </div>
          )}
          {system === null ? (
            <p className="form-hint">
              Do you have a profile file, or NetFoundry’s credentials.json? Paste its text or drop it anywhere on this
              page.
            </p>
          ) : null}
        </>
      ) : (
        <div className="form-system">
          <SystemBadge system={known.id} />
          <div>
            <p className="form-system-name">{known.label}</p>
            <p className="field-help">{auth === null ? known.summary : authWords(known.id, auth).title}</p>
          </div>
        </div>
      )}
      {known !== undefined && auths.length > 1 ? (
        <ChoiceCards
          label="How do you get its tokens?"
          choices={auths.map((each) => authChoice(known.id, each))}
          value={auth}
          onValueChange={form.chooseAuth}
        />
      ) : null}
    </section>
  );
}

function authChoice(system: SystemId, auth: AuthKind) {
  const { title, text } = authWords(system, auth);
  return { value: auth, title, text };
}
