/** A word on a coloured ground: the environment of a profile, and what else marks it. */
import './tag.css';
import type { ReactNode } from 'react';
import type { ProfileView } from '../../preload/views.ts';

export type TagTone = 'still' | 'demo' | NonNullable<ProfileView['environment']>;

export function Tag({ tone = 'still', children }: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}

const environmentLabels = { production: 'Production', sandbox: 'Sandbox', development: 'Development' } as const;
const environmentShort = { production: 'Prod', sandbox: 'Sandbox', development: 'Dev' } as const;

export interface EnvironmentTagProps {
  readonly environment: ProfileView['environment'];
  /** True where there is little room. */
  readonly isShort?: boolean;
}

/** Nothing where the profile names no environment. */
export function EnvironmentTag({ environment, isShort = false }: EnvironmentTagProps) {
  if (environment === undefined) return null;
  return <Tag tone={environment}>{(isShort ? environmentShort : environmentLabels)[environment]}</Tag>;
}
