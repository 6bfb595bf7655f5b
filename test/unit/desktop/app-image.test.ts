import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownAppImage } from '../../../main/desktop/app-image.ts';

const file = '/home/jane/Tokentray.AppImage';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tokentray-image-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the AppImage', () => {
  it('is the file that is mounted where the program runs', () => {
    expect(ownAppImage(join(folder, 'tokentray-app'), { APPIMAGE: file, APPDIR: folder })).toBe(file);
  });

  it('is found through a link as well', () => {
    mkdirSync(join(folder, 'mount'));
    symlinkSync(join(folder, 'mount'), join(folder, 'link'));
    const environment = { APPIMAGE: file, APPDIR: join(folder, 'link') };
    expect(ownAppImage(join(folder, 'mount', 'tokentray-app'), environment)).toBe(file);
  });

  it.each([
    ['of the terminal that it was started from', { APPIMAGE: '/apps/Terminal.AppImage', APPDIR: '/tmp/.mount_Term' }],
    ['that nobody mounted', { APPIMAGE: file }],
    ['without a name', { APPIMAGE: '', APPDIR: '/opt' }],
    ['that is not there', {}],
  ])('is not that %s', (_case, environment) => {
    expect(ownAppImage('/opt/Tokentray/tokentray-app', environment)).toBeUndefined();
  });
});
