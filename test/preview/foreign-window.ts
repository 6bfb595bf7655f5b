/** A window with the application's own preload script that shows somebody else's page: what an attacker would like to have. */
import type { ElectronHost } from './electron.ts';

/** The DevTools name of its page. The application's own window must be open. */
export async function openForeignWindow(host: ElectronHost, url: string): Promise<string> {
  const preload = host.ownPreload();
  if (preload === null) throw new Error('The application has opened no window yet');
  const window = new host.electron.BrowserWindow({ webPreferences: { preload } });
  await window.loadURL(url);
  const view = host.viewOf(window as unknown as Electron.BrowserWindow);
  if (view === null) throw new Error('The window has no page');
  return view.targetId();
}
