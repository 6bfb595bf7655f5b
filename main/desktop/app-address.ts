/** Addresses of the window's own pages, and the file that each stands for. */
import { join } from 'node:path';

export const appScheme = 'app';
const host = 'tokentray';

/** Of every page that may call the main process. */
export const appOrigin = `${appScheme}://${host}`;
export const windowAddress = `${appOrigin}/index.html`;
export const switcherAddress = `${appOrigin}/switcher.html`;

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

export interface AppFile {
  readonly path: string;
  readonly contentType: string;
}

export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === appOrigin && url.username === '' && url.password === '';
}

/** A name that can only be a file or folder below the one it is looked for in. */
const plainName = /^[\w-][\w.-]*$/;

/** Undefined for every address that is not a file of a kind that the window uses, below `folder`. */
export function appFile(address: string, folder: string): AppFile | undefined {
  if (!isOwnAddress(address)) return undefined;
  const { pathname } = new URL(address);
  const names = pathname.split('/').slice(1);
  const contentType = contentTypes[/\.(\w+)$/.exec(pathname)?.[1] ?? ''];
  if (contentType === undefined || !names.every((name) => plainName.test(name))) return undefined;
  return { path: join(folder, ...names), contentType };
}
