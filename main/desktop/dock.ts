/** The place in the Dock of macOS: there while the window is, as the tray is all there is besides. */
import type { Dock } from 'electron';

/**
 * The answer takes and gives the place. Only a change reaches the Dock: coming into it once more would take the focus from
 * the window for a moment. `dock`: undefined on other systems.
 */
export function createDockPlace(dock: Pick<Dock, 'hide' | 'show'> | undefined): (hasWindow: boolean) => void {
  let isThere: boolean | undefined;
  return (hasWindow) => {
    if (hasWindow === isThere) return;
    isThere = hasWindow;
    if (hasWindow) void dock?.show();
    else dock?.hide();
  };
}
