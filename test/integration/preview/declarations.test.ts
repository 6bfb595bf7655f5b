/** The preview host is held to Electron's declarations by its types: when they change, it does not compile. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const declarations = readFileSync('node_modules/electron/electron.d.ts', 'utf8');

/** What the compiler says of the host under these declarations; empty when it is content. */
function compileAgainst(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-declarations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const config = {
    extends: resolve('tsconfig.json'),
    compilerOptions: { typeRoots: [resolve('node_modules/@types')], noEmit: true },
    include: [],
    files: ['electron.d.ts', resolve('test/preview/run.ts')],
  };
  writeFileSync(join(folder, 'electron.d.ts'), text);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = resolve('node_modules/.bin/tsc');
  return spawnSync(compiler, ['--project', folder, '--pretty', 'false'], { encoding: 'utf8' }).stdout;
}

/** Of the class or interface with this name. */
function change(name: string, from: string, to: string): string {
  const start = declarations.search(new RegExp(`^ {2}(?:class|interface) ${name}\\b`, 'm'));
  // At the start of a line: comments name members too.
  const place = declarations.indexOf(`\n    ${from}`, start) + '\n    '.length;
  if (start === -1 || place < start) throw new Error(`Electron's declarations have no ${name} with ${from}`);
  return declarations.slice(0, place) + to + declarations.slice(place + from.length);
}

it('compiles against the declarations as they are', () => {
  expect(compileAgainst(declarations)).toBe('');
});

it.each([
  ['an argument of another type', 'Tray', 'setToolTip(toolTip: string)', 'setToolTip(toolTip: number)', 'tray.ts'],
  ['a method that is gone', 'Menu', 'getMenuItemById(', 'getItem(', 'menu.ts'],
  ['another kind of state', 'BrowserWindow', 'isMinimized(): boolean', 'isMinimized(): string', 'window-frame.ts'],
  ['another result', 'Clipboard', 'readText(): Promise<string>', 'readText(): string', 'clipboard.ts'],
  ['a new option of a window', 'WebPreferences', 'sandbox?:', 'isOpenToAll?: boolean; sandbox?:', 'window-options.ts'],
  ['an option of a window that is gone', 'WebPreferences', 'sandbox?:', 'box?:', 'window-options.ts'],
  ['another member of the session', 'Session', 'setPermissionRequestHandler(', 'setPermissions(', 'session.ts'],
])('does not compile with %s', (_, name, from, to, file) => {
  expect(compileAgainst(change(name, from, to))).toContain(`preview/${file}(`);
});
