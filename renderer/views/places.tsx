/** Which component shows which part of the window that has a form in it. */
import type { ComponentType } from 'react';
import type { VaultLock } from '../../preload/views.ts';
import { ProfileForm } from './profile-form/profile-form.tsx';
import { Settings } from './settings/settings.tsx';
import { Unlock } from './unlock/unlock.tsx';

export interface Places {
  /** Shows in place of everything while the vault is locked. */
  readonly Unlock: ComponentType<{ readonly lock: VaultLock }>;
  readonly Settings: ComponentType;
  /** Adds a profile, or edits the one with this id. Goes where it wants when it is done: `navigation.go`, `navigation.back`. */
  readonly ProfileForm: ComponentType<{ readonly id?: string; readonly focus?: 'secret' }>;
}

export const places: Places = { Unlock, Settings, ProfileForm };
