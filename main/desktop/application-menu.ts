/** The menu of the application: macOS has one, and needs it for its editing keys; elsewhere the window has none. */
import { Menu } from 'electron';
import type { Destination } from '../../preload/replies.ts';
import { applicationMenu } from './application-menu-rows.ts';

/** Electron's own would open developer tools and addresses on the web. `open`: opens the main window, and leads it there. */
export function setApplicationMenu(platform: NodeJS.Platform, open: (destination: Destination) => void): void {
  const template = applicationMenu(platform, open);
  Menu.setApplicationMenu(template === null ? null : Menu.buildFromTemplate(template));
}
