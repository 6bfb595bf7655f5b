/** What holds for the whole application, as the window is told. */
import type { AppHeader } from '../../preload/views.ts';
import { settingValue } from '../settings/setting-value.ts';
import { profileDamaged } from '../storage/maybe-damaged.ts';
import type { ProfileStore } from '../storage/storage.ts';
import { failureOf } from './failure.ts';
import { listView } from './list-view.ts';
import type { CallPorts, Desktop } from './ports.ts';
import type { VaultDoor } from './vault-door.ts';

export interface HeaderParts {
  readonly ports: Pick<CallPorts, 'version' | 'settings'> & {
    readonly storage: { readonly profiles: Pick<ProfileStore, 'damaged'> };
  };
  readonly desktop: Pick<
    Desktop,
    'isDemo' | 'platform' | 'hasTray' | 'isOnline' | 'isSigningInToAll' | 'agentElsewhere' | 'quickSwitcher'
  >;
  readonly door: Pick<VaultDoor, 'lock'>;
}

export function appHeader({ ports, desktop, door }: HeaderParts): AppHeader {
  const { isDemo, platform } = desktop;
  const elsewhere = desktop.agentElsewhere();
  return {
    version: ports.version,
    isDemo,
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    listView: listView(ports.settings),
    theme: themeOf(settingValue(ports.settings, 'theme')),
    hasTray: desktop.hasTray(),
    isOnline: desktop.isOnline(),
    quickSwitcher: desktop.quickSwitcher(),
    isSigningInToAll: desktop.isSigningInToAll(),
    lock: door.lock(),
    otherAgent: elsewhere === undefined ? null : failureOf(elsewhere),
    damagedProfiles: ports.storage.profiles.damaged().map((damaged) => failureOf(profileDamaged(damaged))),
  };
}

function themeOf(value: string | null): AppHeader['theme'] {
  return value === 'light' || value === 'dark' ? value : 'system';
}
