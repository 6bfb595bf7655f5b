/** Asks, inside the quick switcher, before a token is copied that works on production or is somebody else's. */
import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from '../components/button.tsx';
import { IdentityComparison } from '../components/identity-comparison.tsx';
import { EnvironmentTag } from '../components/tag.tsx';
import { guardCancel, guardCopy, guardNote, guardText, guardTitle } from '../words/guard-words.ts';
import { copyAnyway, otherHolderColumn, otherHolderText, otherHolderTitle } from '../words/switcher-words.ts';
import type { SwitcherNotice } from './switcher-control.ts';

export interface SwitcherQuestionProps {
  readonly asking: Extract<SwitcherNotice, { kind: 'asking' }>;
  readonly onAnswer: (copyAnyway: boolean) => void;
}

export function SwitcherQuestion({ asking: { profile, reply }, onAnswer }: SwitcherQuestionProps) {
  const id = useId();
  const cancel = useRef<HTMLElement>(null);
  const isGuard = reply.outcome === 'production-guard';

  // The Enter that chose the profile must not be the one that says yes.
  useEffect(() => cancel.current?.focus(), []);

  function keyPressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') onAnswer(false);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') moveFocus(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      className="switcher-question"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      data-environment={profile.environment}
    >
      <h2 id={`${id}-title`}>{isGuard ? guardTitle : otherHolderTitle}</h2>
      <p id={`${id}-text`}>{isGuard ? guardText(profile.name) : otherHolderText(profile.name)}</p>
      {isGuard ? (
        <p className="switcher-note">
          <EnvironmentTag environment={reply.environment} /> {guardNote}
        </p>
      ) : (
        <IdentityComparison expected={reply.expected} actual={reply.actual} actualTitle={otherHolderColumn} />
      )}
      <div className="switcher-buttons">
        <Button ref={cancel} onKeyDown={keyPressed} onClick={() => onAnswer(false)}>
          {guardCancel}
        </Button>
        <Button kind="danger" icon="copy" onKeyDown={keyPressed} onClick={() => onAnswer(true)}>
          {isGuard ? guardCopy : copyAnyway}
        </Button>
      </div>
    </div>
  );
}

/** There are two of them. */
function moveFocus(from: Element): void {
  const other = [...(from.parentElement?.querySelectorAll('button') ?? [])].find((button) => button !== from);
  other?.focus();
}
