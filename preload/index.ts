/** Runs in the window before its page, sandboxed: puts the bridge there, once, and tells main when the network changes. */
import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from './bridge.ts';

const bridge = createBridge(ipcRenderer);

contextBridge.exposeInMainWorld('tokentray', bridge);

/** The page's own events; the types of Node, which hold for this file, do not know them. */
const page = globalThis as unknown as { addEventListener(event: 'online' | 'offline', listener: () => void): void };

for (const change of ['online', 'offline'] as const) {
  page.addEventListener(change, () => void bridge.call('app.networkChanged', undefined));
}
