/** Nothing that the preview host offers is unknown to Electron: an application that runs here asks for nothing that is not there. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

const declarations = readFileSync('node_modules/electron/electron.d.ts', 'utf8');

let app: FixtureApp;

beforeAll(async () => {
  app = await startFixtureApp({ words: ['--platform=win32'] });
});
afterAll(() => app.close());

/** Body of a class or interface; with that of the class which it extends. */
function declared(name: string): string {
  const [, parent, body = ''] =
    new RegExp(String.raw`^ {2}(?:class|interface) ${name}(?: extends (\w+))?[^{]*\{(.*?)^ {2}\}`, 'ms').exec(
      declarations,
    ) ?? [];
  if (body === '') throw new Error(`Electron declares no ${name}`);
  return parent === undefined || parent === 'NodeEventEmitter' || parent === 'NodeJS' ? body : body + declared(parent);
}

/** Every name that an object of the stand-in answers to, apart from those of Node's event emitter. */
const namesOf = (expression: string) => `
  const { EventEmitter } = await import('node:events');
  const usual = new Set(['constructor', 'length', 'name', 'prototype', ...Object.getOwnPropertyNames(new EventEmitter())]);
  const names = new Set();
  const end = [Object.prototype, Function.prototype, EventEmitter, EventEmitter.prototype, null];
  for (let at = ${expression}; !end.includes(at); at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) if (!usual.has(name)) names.add(name);
  }
  return [...names]`;

async function strangers(expression: string, name: string): Promise<readonly string[]> {
  const names = (await app.inMain(namesOf(expression))) as readonly string[];
  const body = declared(name);
  return names.filter((member) => !new RegExp(String.raw`^ {4}(?:static |readonly )*${member}[(?:<]`, 'm').test(body));
}

it('exports what Electron exports to the main process', async () => {
  const names = (await app.inMain('return Object.keys(electron).filter((name) => name !== "default")')) as string[];
  const spaces = [...declarations.matchAll(/^ {2}namespace (?:Main|Common) \{.*?^ {2}\}/gms)].join('\n');
  const isExported = (name: string) => new RegExp(String.raw`^ {4}(?:const|class) ${name}\b`, 'm').test(spaces);
  expect(names.filter((name) => !isExported(name))).toEqual([]);
});

it.each([
  ['electron.app', 'App'],
  ['electron.app.commandLine', 'CommandLine'],
  ['electron.clipboard', 'Clipboard'],
  ['electron.dialog', 'Dialog'],
  ['electron.globalShortcut', 'GlobalShortcut'],
  ['electron.ipcMain', 'IpcMain'],
  ['electron.nativeTheme', 'NativeTheme'],
  ['electron.net', 'Net'],
  ['electron.powerMonitor', 'PowerMonitor'],
  ['electron.protocol', 'Protocol'],
  ['electron.screen', 'Screen'],
  ['electron.session.defaultSession', 'Session'],
  ['electron.session.defaultSession.webRequest', 'WebRequest'],
  ['electron.shell', 'Shell'],
  ['new electron.ClipboardItem({ "text/plain": "" })', 'ClipboardItem'],
  ['electron.ClipboardItem', 'ClipboardItem'],
  ['electron.nativeImage', 'NativeImage'],
  ['electron.nativeImage.createEmpty()', 'NativeImage'],
  ['electron.Menu.buildFromTemplate([])', 'Menu'],
  ['electron.Menu', 'Menu'],
  ['new electron.MenuItem({ label: "x" })', 'MenuItem'],
  ['new electron.Notification()', 'Notification'],
  ['electron.Notification', 'Notification'],
  ['new electron.Tray(electron.nativeImage.createEmpty())', 'Tray'],
  ['electron.BrowserWindow', 'BrowserWindow'],
  ['(kept.window ??= new electron.BrowserWindow())', 'BrowserWindow'],
  ['(kept.window ??= new electron.BrowserWindow()).webContents', 'WebContents'],
  ['(kept.window ??= new electron.BrowserWindow()).webContents.mainFrame', 'WebFrameMain'],
])('offers with %s what Electron declares', async (expression, name) => {
  expect(await strangers(expression, name)).toEqual([]);
});
