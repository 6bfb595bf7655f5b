/** Which component shows which part of the window that has a form in it. */
import type { ComponentType } from 'react';
import type { VaultLock } from '../../preload/contract.ts';
import { Callout } from '../components/callout.tsx';
import { Page } from '../components/page.tsx';

export interface Places {
  /** Shows in place of everything while the vault is locked. */
  readonly Unlock: ComponentType<{ readonly lock: VaultLock }>;
  readonly Settings: ComponentType;
  /** Adds a profile, or edits the one with this id. Goes where it wants when it is done: `navigation.go`, `navigation.back`. */
  readonly ProfileForm: ComponentType<{ readonly id?: string }>;
}

const byCommandLine = (title: string) =>
  function ByCommandLine() {
    return (
      <Page title={title}>
        <Callout tone="still" title="Not in this window yet" text="Use the command line: tokentray help." />
      </Page>
    );
  };

export const places: Places = {
  Unlock: ({ lock: { failure } }) => <Callout tone="warning" title={failure.what} text={failure.next} />,
  Settings: byCommandLine('Settings'),
  ProfileForm: byCommandLine('Profile'),
};
