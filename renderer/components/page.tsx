/** A page of the window that is not a profile: its title, the way back, and its content. */
import './page.css';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useApp } from '../state/app-context.ts';
import { componentWords } from '../words/component-words.ts';
import { IconButton } from './icon-button.tsx';

export interface PageProps {
  readonly title: string;
  /** At the end of the title's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, actions, children }: PageProps) {
  const { navigation } = useApp();
  const titleId = useId();
  return (
    <section className="page" aria-labelledby={titleId}>
      <header className="page-head">
        <IconButton icon="back" label={componentWords.back} shortcut="Esc" onClick={() => navigation.back()} />
        <h1 className="page-title" id={titleId} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </header>
      {children}
    </section>
  );
}
