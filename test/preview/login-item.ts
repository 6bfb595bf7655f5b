/** Start at login on macOS and Windows: kept for as long as the preview runs. Electron has it on no other system. */
import type { PreviewPlatform } from './options.ts';

type Offered = Pick<Electron.App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

export function createLoginItem(platform: PreviewPlatform): Offered {
  let settings: Electron.Settings = {};
  const isThere = platform !== 'linux';
  return {
    setLoginItemSettings(next) {
      if (isThere) settings = { ...next };
    },
    getLoginItemSettings() {
      const openAtLogin = settings.openAtLogin === true;
      const status = openAtLogin ? 'enabled' : 'not-registered';
      const executableWillLaunchAtLogin = openAtLogin;
      return { openAtLogin, wasOpenedAtLogin: false, status, executableWillLaunchAtLogin, launchItems: [] };
    },
  };
}
