/** What is asked before a copy, for the dialog that asks it. */
import { useState } from 'react';
import { useApp } from '../../state/app-context.ts';
import type { CopyQuestion } from '../../state/actions.ts';
import { useSelected } from '../../state/use-store.ts';

type Reply = CopyQuestion['reply'];

interface Asked<Outcome extends Reply['outcome']> {
  /** Of the profile. */
  readonly id: string;
  readonly reply: Extract<Reply, { outcome: Outcome }>;
}

export interface ShownQuestion<Outcome extends Reply['outcome']> {
  readonly isOpen: boolean;
  /** What was asked last stays readable while the dialog fades; null before. */
  readonly shown: Asked<Outcome> | null;
}

export function useCopyQuestion<Outcome extends Reply['outcome']>(outcome: Outcome): ShownQuestion<Outcome> {
  const { actions } = useApp();
  const question = useSelected(actions.question, (value) => value);
  const [last, setLast] = useState(question);
  const isOpen = question?.reply.outcome === outcome;
  if (isOpen && question !== last) setLast(question);
  const shown = isOpen ? question : last;
  if (shown === null || !isOf(shown.reply, outcome)) return { isOpen, shown: null };
  return { isOpen, shown: { id: shown.wish.id, reply: shown.reply } };
}

function isOf<Outcome extends Reply['outcome']>(
  reply: Reply,
  outcome: Outcome,
): reply is Extract<Reply, { outcome: Outcome }> {
  return reply.outcome === outcome;
}
