/** The menu of the application: macOS needs one for its editing keys; elsewhere the window has none. */
import { Menu } from 'electron';

/** Electron's own would open developer tools and addresses on the web. */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const menu =
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null;
  Menu.setApplicationMenu(menu);
}
