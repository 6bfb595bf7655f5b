/** One choice out of a few that need a sentence each, as cards that are radio buttons. */
import './choice-cards.css';
import { useId } from 'react';
import type { ReactNode } from 'react';

export interface CardChoice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly text: string;
  /** Before the words. */
  readonly mark?: ReactNode;
  /** Beside the title in small type. */
  readonly note?: string;
  /** Between title and text, such as what the choice is best for. */
  readonly lead?: string;
  /** Below the text, such as what the choice asks for. */
  readonly foot?: string;
}

export interface ChoiceCardsProps<Value extends string> {
  readonly label: string;
  /** True where a heading beside it says the same. */
  readonly isLabelHidden?: boolean;
  readonly choices: readonly CardChoice<Value>[];
  readonly value: Value | null;
  readonly onValueChange: (value: Value) => void;
  readonly autoFocus?: boolean;
  /** True once the choice is made and what follows needs the room: marks and titles alone are shown. */
  readonly isCompact?: boolean;
}

export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, isLabelHidden = false, choices, value, onValueChange, autoFocus = false, isCompact = false } = props;
  const id = useId();
  const focused = choices.find((choice) => choice.value === value) ?? choices[0];
  return (
    <fieldset className="choice-cards" data-compact={isCompact || undefined}>
      <legend className={isLabelHidden ? 'for-screen-readers' : 'choice-cards-label'}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice-card">
          <input
            type="radio"
            className="choice-card-input"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            autoFocus={autoFocus && choice === focused}
            aria-labelledby={`${id}-${choice.value}-title`}
            aria-describedby={`${id}-${choice.value}-text`}
            onChange={() => onValueChange(choice.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || choice.value === value) return;
              // Chooses, where it would otherwise send a form in which nothing is chosen yet.
              event.preventDefault();
              onValueChange(choice.value);
            }}
          />
          {choice.mark}
          <span className="choice-card-words">
            <span className="choice-card-head">
              <span className="choice-card-title" id={`${id}-${choice.value}-title`}>
                {choice.title}
              </span>
              {choice.note === undefined ? null : <span className="choice-card-note">{choice.note}</span>}
            </span>
            <span className="choice-card-text" id={`${id}-${choice.value}-text`}>
              {choice.lead === undefined ? null : <span className="choice-card-lead">{choice.lead}</span>}
              {choice.text}
              {choice.foot === undefined ? null : <span className="choice-card-foot">{choice.foot}</span>}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
