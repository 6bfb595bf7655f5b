/** Threat: another user puts a socket where the agent's would be, to be told the secrets. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectAgent } from '../../main/agent/agent-client.ts';

let home: string;
let server: Server;
let connections: number;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'tokentray-foreign-'));
  connections = 0;
  server = createServer((socket) => {
    connections++;
    socket.end('HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n{"product":"tokentray","protocol":1}');
  }).listen(join(home, 'agent.sock'));
  await once(server, 'listening');
});

afterEach(() => {
  vi.restoreAllMocks();
  server.close();
  rmSync(home, { recursive: true });
});

describe('a socket of another user', () => {
  it('is not talked to at all', async () => {
    const uid = (process.getuid?.() ?? 0) + 1;
    vi.spyOn(process, 'getuid').mockReturnValue(uid);
    await expect(connectAgent(home)).rejects.toMatchObject({ code: 'storage.folder_unusable' });
    expect(connections).toBe(0);
  });

  it('is told apart from our own, which is talked to', async () => {
    await connectAgent(home);
    expect(connections).toBe(1);
  });
});
