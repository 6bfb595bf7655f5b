/** The tray application beside another agent of the same data folder. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAgent } from '../../main/agent/agent-server.ts';
import type { RunningAgent } from '../../main/agent/agent-server.ts';
import { connectAgent } from '../../main/agent/agent-client.ts';
import { takeAgentRole } from '../../main/desktop/agent-role.ts';
import type { AgentRole } from '../../main/desktop/agent-role.ts';
import type { Storage } from '../../main/storage/storage.ts';
import { FakeApplication } from '../fixtures/agent-ports.ts';
import { Workplace } from '../fixtures/disk-storage.ts';

let place: Workplace;
let applications: FakeApplication[];
let other: RunningAgent | undefined;
let role: AgentRole | undefined;
let started: number;
let changes: PromiseWithResolvers<void>;

function portsOn(storage: Storage) {
  const application = new FakeApplication();
  applications.push(application);
  const { ports } = application;
  return { ...ports, storage, engine: { ...ports.engine, start: () => void started++ } };
}

const take = (): Promise<AgentRole> =>
  takeAgentRole({
    ports: portsOn(place.storage()),
    onChange: () => changes.resolve(),
    onFailure: (error) => changes.reject(error),
  });

beforeEach(() => {
  place = new Workplace();
  applications = [];
  started = 0;
  changes = Promise.withResolvers();
});
afterEach(async () => {
  await role?.close();
  await other?.close();
  role = undefined;
  other = undefined;
  place.clean();
  for (const application of applications) application.remove();
});

describe('alone, the tray application', () => {
  it('is the agent, and refreshes', async () => {
    role = await take();
    expect(role.elsewhere()).toBeUndefined();
    expect(started).toBe(1);
    expect(await connectAgent(place.home)).toBeDefined();
  });
});

describe('beside another agent, the tray application', () => {
  beforeEach(async () => {
    other = await startAgent(portsOn(place.storage()));
    role = await take();
  });

  it('says so, and does not refresh', () => {
    expect(role?.elsewhere()).toMatchObject({ code: 'ipc.agent_running' });
    expect(started).toBe(0);
  });

  it('takes the place of the other one as soon as that ends', async () => {
    await other?.close();
    await changes.promise;
    expect(role?.elsewhere()).toBeUndefined();
    expect(started).toBe(1);
    expect(await connectAgent(place.home)).toBeDefined();
  });

  it('ends without waiting for the other one', async () => {
    await role?.close();
    expect(started).toBe(0);
    expect(await connectAgent(place.home)).toBeDefined();
  });
});
