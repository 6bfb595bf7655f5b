/** Being the agent of a data folder: one at a time, on a socket of one's own. */
import { spawnSync } from 'node:child_process';
import { lstatSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectAgent } from '../../main/agent/agent-client.ts';
import { startAgent } from '../../main/agent/agent-server.ts';
import type { RunningAgent } from '../../main/agent/agent-server.ts';
import { FakeApplication } from '../fixtures/agent-ports.ts';

let application: FakeApplication;
const running: RunningAgent[] = [];

beforeEach(() => {
  application = new FakeApplication();
});

afterEach(async () => {
  for (const agent of running.splice(0)) await agent.close();
  application.remove();
});

async function start(): Promise<RunningAgent> {
  const agent = await startAgent(application.ports);
  running.push(agent);
  return agent;
}

const socketOf = (home: string) => join(home, 'agent.sock');

/** A process that listens on the socket of the folder and is killed: what a crash leaves behind. */
function leaveStaleSocket(home: string): void {
  const listenAndDie = `require('net').createServer().listen(${JSON.stringify(socketOf(home))}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', listenAndDie]);
}

describe('the agent of a data folder', () => {
  it('lets nobody but its user connect', async () => {
    await start();
    expect(lstatSync(socketOf(application.home)).mode & 0o777).toBe(0o600);
  });

  it('leaves the umask of the process as it was', async () => {
    const before = process.umask();
    await start();
    expect(process.umask()).toBe(before);
  });

  it('removes its socket and frees its lease when it ends', async () => {
    const agent = await startAgent(application.ports);
    await agent.close();
    expect(existsSync(socketOf(application.home))).toBe(false);
    expect(application.memory.leaseRows.has('agent')).toBe(false);
  });

  it('is refused while another one runs, which goes on answering', async () => {
    await start();
    await expect(startAgent(application.ports)).rejects.toMatchObject({ code: 'ipc.agent_running' });
    expect(await connectAgent(application.home)).toBeDefined();
  });

  it('replaces the socket of an agent that was killed', async () => {
    leaveStaleSocket(application.home);
    expect(lstatSync(socketOf(application.home)).isSocket()).toBe(true);
    await start();
    expect((await connectAgent(application.home))?.hello.pid).toBe(process.pid);
  });

  it('takes over the lease of an agent that was killed', async () => {
    const lease = { ownerPid: 999_999, ownerStarted: null, nonce: 'of-the-dead', untilMs: Number.MAX_SAFE_INTEGER };
    application.memory.leaseRows.set('agent', lease);
    application.memory.deadPids.add(999_999);
    await start();
    expect(application.memory.leaseRows.get('agent')?.ownerPid).toBe(process.pid);
  });

  it('does not take the socket of an agent that answers, even when the lease is free', async () => {
    const first = await start();
    application.memory.leaseRows.delete('agent');
    await expect(startAgent(application.ports)).rejects.toMatchObject({ code: 'ipc.agent_running' });
    expect(existsSync(first.path)).toBe(true);
    expect(application.memory.leaseRows.has('agent')).toBe(false);
  });

  it('deletes nothing that is no socket', async () => {
    writeFileSync(socketOf(application.home), 'mine');
    await expect(startAgent(application.ports)).rejects.toMatchObject({ code: 'storage.folder_unusable' });
    expect(lstatSync(socketOf(application.home)).isFile()).toBe(true);
  });

  it('takes no lease in a folder whose path is too long for a socket', async () => {
    const home = join(application.home, 'x'.repeat(120));
    mkdirSync(home);
    const ports = { ...application.ports, storage: { ...application.ports.storage, home } };
    await expect(startAgent(ports)).rejects.toMatchObject({ code: 'ipc.socket_path_too_long' });
    expect(application.memory.leaseRows.has('agent')).toBe(false);
  });
});

describe('looking for an agent', () => {
  it('finds none where nobody ever listened', async () => {
    expect(await connectAgent(application.home)).toBeUndefined();
  });

  it('finds none behind the socket of one that was killed', async () => {
    leaveStaleSocket(application.home);
    expect(await connectAgent(application.home)).toBeUndefined();
  });

  it('finds none where the path is too long for a socket', async () => {
    expect(await connectAgent(join(application.home, 'x'.repeat(120)))).toBeUndefined();
  });
});
