/** Where the data folder lies on each platform. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../main/storage/data-folder.ts';

describe('dataFolder', () => {
  it('lies in ~/.local/share on Linux', () => {
    expect(dataFolder({}, 'linux', '/home/jane')).toBe('/home/jane/.local/share/Tokentray');
  });

  it('follows XDG_DATA_HOME on Linux', () => {
    expect(dataFolder({ XDG_DATA_HOME: '/data/jane' }, 'linux', '/home/jane')).toBe('/data/jane/Tokentray');
  });

  it('ignores a relative XDG_DATA_HOME, as its specification says', () => {
    expect(dataFolder({ XDG_DATA_HOME: 'data' }, 'linux', '/home/jane')).toBe('/home/jane/.local/share/Tokentray');
  });

  it('ignores an empty XDG_DATA_HOME', () => {
    expect(dataFolder({ XDG_DATA_HOME: '' }, 'linux', '/home/jane')).toBe('/home/jane/.local/share/Tokentray');
  });

  it('lies in Application Support on macOS, whatever XDG says', () => {
    const folder = dataFolder({ XDG_DATA_HOME: '/data/jane' }, 'darwin', '/Users/jane');
    expect(folder).toBe('/Users/jane/Library/Application Support/Tokentray');
  });

  it('lies in LOCALAPPDATA on Windows', () => {
    const folder = dataFolder({ LOCALAPPDATA: 'D:\\Local' }, 'win32', 'C:\\Users\\jane');
    expect(folder).toBe('D:\\Local\\Tokentray');
  });

  it('falls back to AppData\\Local of the profile on Windows', () => {
    expect(dataFolder({}, 'win32', 'C:\\Users\\jane')).toBe('C:\\Users\\jane\\AppData\\Local\\Tokentray');
  });

  it.each(['linux', 'darwin'] as const)('is TOKENTRAY_HOME itself where that is set (%s)', (platform) => {
    expect(dataFolder({ TOKENTRAY_HOME: '/tmp/other', XDG_DATA_HOME: '/data' }, platform, '/home/jane')).toBe(
      '/tmp/other',
    );
  });

  it('is TOKENTRAY_HOME on Windows, too', () => {
    expect(dataFolder({ TOKENTRAY_HOME: 'E:\\other' }, 'win32', 'C:\\Users\\jane')).toBe('E:\\other');
  });

  it('counts a relative TOKENTRAY_HOME from the working directory', () => {
    expect(dataFolder({ TOKENTRAY_HOME: 'other' }, 'linux', '/home/jane')).toBe(resolve('other'));
  });

  it('takes an empty TOKENTRAY_HOME for none', () => {
    expect(dataFolder({ TOKENTRAY_HOME: '' }, 'linux', '/home/jane')).toBe('/home/jane/.local/share/Tokentray');
  });
});
