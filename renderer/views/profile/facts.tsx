/** Names and values under each other; a fact without a value is left out. */
import './facts.css';
import type { ReactNode } from 'react';

export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

export interface FactProps {
  readonly name: string;
  /** Null and undefined leave the fact out. */
  readonly children: ReactNode;
}

export function Fact({ name, children }: FactProps) {
  if (children === null || children === undefined) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** An address or id; nothing when there is none. */
export function codeOf(text: string | null | undefined): ReactNode {
  return text === null || text === undefined || text === '' ? null : <code>{text}</code>;
}
