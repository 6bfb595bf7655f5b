/** A message that stays where it concerns: what happened, and what to do. */
import './callout.css';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import type { IconName } from './icon-name.ts';

type CalloutTone = 'bad' | 'warning' | 'good' | 'still';

export interface CalloutProps {
  readonly tone: CalloutTone;
  readonly title: string;
  readonly text?: ReactNode;
  /** Default by tone. */
  readonly icon?: IconName;
  readonly actions?: ReactNode;
  /** `alert` announces it at once, `status` when the person pauses; default: it is read where it stands. */
  readonly role?: 'alert' | 'status';
}

const icons = { bad: 'alert', warning: 'alert', good: 'check', still: 'info' } as const;

export function Callout({ tone, title, text, icon = icons[tone], actions, role }: CalloutProps) {
  return (
    <div className="callout" data-tone={tone} role={role}>
      <Icon name={icon} />
      <div className="callout-words">
        <p className="callout-title">{title}</p>
        {text === undefined ? null : <div className="callout-text">{text}</div>}
        {actions === undefined ? null : <div className="callout-actions">{actions}</div>}
      </div>
    </div>
  );
}
