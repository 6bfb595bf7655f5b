/** The words after `node test/preview/run.ts`: what the preview host takes for itself, and what it leaves to the application. */
import { resolve } from 'node:path';

const platforms = ['linux', 'darwin', 'win32'] as const;
/** The system whose desktop is pretended: it decides what a tray click does and what the application believes to run on. */
export type PreviewPlatform = (typeof platforms)[number];

export interface PreviewSize {
  readonly width: number;
  readonly height: number;
}

export interface PreviewOptions {
  /** Folder of the `package.json` whose `main` is started. */
  readonly appFolder: string;
  readonly platform: PreviewPlatform;
  readonly isHeadless: boolean;
  /** Tests steer it through child-process IPC, and reach its Chromium on a loopback port. */
  readonly isControlled: boolean;
  readonly isWayland: boolean;
  readonly hasTray: boolean;
  /** Size of every window, whatever the application asks for. */
  readonly viewport: PreviewSize | null;
  /** What the application finds in `process.argv` after its own path. */
  readonly appArguments: readonly string[];
}

/** Throws with one line for a value that cannot be. Words it does not know are the application's. */
export function readOptions(
  words: readonly string[],
  around: { readonly folder: string; readonly platform: NodeJS.Platform },
): PreviewOptions {
  const has = (flag: string) => words.includes(flag);
  const value = (flag: string) => words.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1);
  const viewport = value('--viewport');
  return {
    appFolder: resolve(around.folder, value('--app') ?? '.'),
    platform: asPlatform(value('--platform') ?? around.platform),
    isHeadless: has('--headless'),
    isControlled: has('--control'),
    isWayland: has('--wayland'),
    hasTray: !has('--no-tray'),
    viewport: viewport === undefined ? null : asSize(viewport),
    appArguments: words.filter((word) => !isOwn(word)),
  };
}

const ownFlags: ReadonlySet<string> = new Set(['--headless', '--control', '--wayland', '--no-tray']);
const ownValues = ['--app=', '--platform=', '--viewport='];

function isOwn(word: string): boolean {
  return ownFlags.has(word) || ownValues.some((start) => word.startsWith(start));
}

function asPlatform(name: string): PreviewPlatform {
  const platform = platforms.find((known) => known === name);
  if (platform === undefined) throw new Error(`There is no platform mode ${name}. Modes: ${platforms.join(', ')}`);
  return platform;
}

function asSize(text: string): PreviewSize {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text) ?? [];
  if (width === undefined || height === undefined) throw new Error(`--viewport takes WIDTHxHEIGHT, not ${text}`);
  return { width: Number(width), height: Number(height) };
}
