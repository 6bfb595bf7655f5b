/** Where the agent of a data folder listens, and where its clients look for it. */
import { join } from 'node:path';
import { TokentrayError } from '../errors.ts';

/** Bytes that fit into `sun_path` with its closing zero (unix(7): 108 on Linux; unix(4): 104 on macOS and the BSDs). */
const maxPathBytes = (platform: NodeJS.Platform): number => (platform === 'linux' ? 107 : 103);

/**
 * `agent.sock` in the data folder; on Windows a named pipe of this user and data folder.
 * Throws `ipc.socket_path_too_long` where the platform has no room for the path.
 */
export function socketPath(home: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') return `\\\\.\\pipe\\tokentray-${pipeId(home)}`;
  const path = join(home, 'agent.sock');
  const bytes = Buffer.byteLength(path);
  const limit = maxPathBytes(platform);
  if (bytes > limit) {
    throw new TokentrayError('ipc.socket_path_too_long', {
      data: { path, detail: `${bytes} bytes, and this system takes at most ${limit}` },
    });
  }
  return path;
}

/** Pipe names are global and read without regard to case, as Windows paths are. */
function pipeId(home: string): string {
  // Loaded here and not by an import: they cost a third of the time that printing a cached token may take.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { userInfo } = process.getBuiltinModule('node:os');
  return createHash('sha256').update(`${userInfo().username}\0${home}`.toLowerCase()).digest('hex').slice(0, 32);
}
