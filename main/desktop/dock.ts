/** The place in the Dock of macOS: there while the window is, as the tray is all there is besides. */
import type { Dock } from 'electron';

/** `dock`: undefined on other systems. */
export function showInDock(dock: Pick<Dock, 'hide' | 'show'> | undefined, hasWindow: boolean): void {
  if (hasWindow) void dock?.show();
  else dock?.hide();
}
