/** Something that stands behind its title until somebody wants it. */
import './fold.css';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

export function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="fold">
      <summary className="fold-summary">
        <Icon name="chevron" />
        {title}
      </summary>
      {children}
    </details>
  );
}
