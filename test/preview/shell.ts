/** `shell`: what is given to the system to open. The preview opens nothing by itself; the strip shows it as a link. */
import type { PretendedDesktop } from './pretended-desktop.ts';

type Offered = Pick<Electron.Shell, 'beep' | 'openExternal' | 'openPath' | 'showItemInFolder'>;

export function createShell(desktop: PretendedDesktop): Offered {
  const open = (what: string) => {
    desktop.opened.push(what);
    desktop.changed();
  };
  return {
    beep() {},
    async openExternal(url) {
      if (!URL.canParse(url)) throw new Error('Invalid URL');
      open(url);
    },
    async openPath(path) {
      open(path);
      return '';
    },
    showItemInFolder: (path) => open(path),
  };
}
