/** An agent of the same protocol that is older than sign-ins. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectAgent } from '../../main/agent/agent-client.ts';
import type { AgentClient } from '../../main/agent/agent-client.ts';
import { socketPath } from '../../main/agent/socket-path.ts';

let home: string;
let server: Server;
let client: AgentClient;
/** The error that is answered with 404. */
let code: string;

beforeEach(async () => {
  code = 'config.usage';
  home = mkdtempSync(join(tmpdir(), 'tokentray-agent-'));
  server = createServer((request, response) => {
    const isHello = request.url === '/v1/hello';
    const hello = { product: 'tokentray', protocol: 1, version: '0.0.9', pid: 1 };
    const unknown = {
      error: { code, data: { profile: 'acme' } },
      what: 'There is no such thing.',
      next: 'Look again.',
    };
    const body = JSON.stringify(isHello ? hello : unknown);
    response.writeHead(isHello ? 200 : 404, { 'content-length': Buffer.byteLength(body) }).end(body);
  });
  server.listen(socketPath(home, process.platform));
  await once(server, 'listening');
  const found = await connectAgent(home);
  if (found === undefined) throw new Error('no agent');
  client = found;
});

afterEach(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});

describe('an agent without sign-ins', () => {
  it.each([
    ['signing in', () => client.signIn('acme')],
    ['signing out', () => client.signOut({ name: 'acme' })],
  ])('is told to be too old for %s', async (_doing, ask) => {
    await expect(ask()).rejects.toMatchObject({
      code: 'ipc.agent_incompatible',
      data: { detail: expect.stringContaining('0.0.9') },
    });
  });

  it('is not blamed for a profile that does not exist', async () => {
    code = 'config.profile_not_found';
    await expect(client.signIn('acme')).rejects.toMatchObject({ code });
  });
});
