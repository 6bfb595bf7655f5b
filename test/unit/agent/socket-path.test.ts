import { describe, expect, it } from 'vitest';
import { socketPath } from '../../../main/agent/socket-path.ts';

const folderOf = (bytes: number) => `/${'a'.repeat(bytes - 1)}`;
const socketName = '/agent.sock';
const tooLong = expect.objectContaining({ code: 'ipc.socket_path_too_long' });

describe('socketPath', () => {
  it('is agent.sock in the data folder', () => {
    expect(socketPath('/home/jane/.local/share/Tokentray', 'linux')).toBe(
      '/home/jane/.local/share/Tokentray/agent.sock',
    );
  });

  it.each([
    ['linux', 107],
    ['darwin', 103],
    ['freebsd', 103],
  ] as const)('takes the longest path that %s has room for', (platform, bytes) => {
    const home = folderOf(bytes - socketName.length);
    expect(Buffer.byteLength(socketPath(home, platform))).toBe(bytes);
  });

  it.each([
    ['linux', 107],
    ['darwin', 103],
  ] as const)('refuses a path that is one byte too long for %s', (platform, bytes) => {
    const home = folderOf(bytes - socketName.length + 1);
    expect(() => socketPath(home, platform)).toThrow(tooLong);
  });

  it('counts bytes, not characters', () => {
    const home = `/${'ü'.repeat(60)}`;
    expect(() => socketPath(home, 'linux')).toThrow(tooLong);
  });

  it('is a pipe of its own for each data folder on Windows', () => {
    const first = socketPath(String.raw`C:\Users\jane\AppData\Local\Tokentray`, 'win32');
    const second = socketPath(String.raw`C:\Users\jane\AppData\Local\Tokentray2`, 'win32');
    expect(first).toMatch(/^\\\\\.\\pipe\\tokentray-[0-9a-f]{32}$/);
    expect(second).not.toBe(first);
  });

  it('is the same pipe however the folder is spelled in capitals', () => {
    expect(socketPath(String.raw`C:\DATA`, 'win32')).toBe(socketPath(String.raw`c:\data`, 'win32'));
  });

  it('has room for any folder on Windows', () => {
    expect(socketPath(folderOf(300), 'win32').length).toBeLessThan(60);
  });
});
