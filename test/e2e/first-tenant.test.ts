/** The main job from the command line, against the strict demo tenant, with secrets under a real Secret Service. */
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startIscTenant } from '../../main/demo/isc/tenant.ts';
import type { IscTenant } from '../../main/demo/isc/tenant.ts';
import { createCommandLine } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startSecretService } from '../fixtures/secret-service.ts';
import type { SecretService } from '../fixtures/secret-service.ts';

const clientId = '6c9f1a2e-203d-494c-94c3-04f54e17bc5c';
const clientSecret = 'CANARY-secret-of-acme-0123456789';
const secrets = JSON.stringify({ clientSecret });

let service: SecretService;
let tenant: IscTenant;
let cli: CommandLine;

beforeAll(async () => {
  service = await startSecretService();
  tenant = await startIscTenant({
    clock: systemClock,
    tokenLifetimeSeconds: 749,
    clients: [
      {
        clientId,
        clientSecret,
        user: { userId: '595826', identityId: randomUUID(), userName: 'jane.admin', authorities: ['ORG_ADMIN'] },
      },
    ],
  });
});

afterAll(async () => {
  await tenant.close();
  await service.stop();
});

beforeEach(() => {
  cli = createCommandLine(service.environment);
});

afterEach(() => cli.remove());

function acme(over: Record<string, unknown> = {}): string {
  return JSON.stringify({
    version: 1,
    name: 'acme-prod',
    label: 'Acme production',
    system: 'isc',
    auth: 'client_credentials',
    clientId,
    endpoints: { token: tenant.tokenEndpoint, api: tenant.apiBase },
    ...over,
  });
}

function tokenRequests(): number {
  return tenant.requests.filter(({ path }) => path === '/oauth/token').length;
}

async function addAcme(over: Record<string, unknown> = {}): Promise<void> {
  const file = join(cli.root, 'profile.json');
  await writeFile(file, acme(over));
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input: secrets });
}

describe('a tenant that was added', () => {
  it('gives a script a token that its API accepts, and nothing else on standard output', async () => {
    await addAcme();
    const { code, stdout, stderr } = await cli.run(['token', 'acme-prod']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const answer = await fetch(`${tenant.apiBase}/v3/account-activities?limit=1`, {
      headers: { authorization: `Bearer ${stdout.trim()}` },
    });
    expect(answer.status).toBe(200);
  });

  it('is asked for one token, however often scripts want it', async () => {
    await addAcme();
    const before = tokenRequests();
    const first = await cli.succeed(['token', 'acme-prod']);
    expect(await cli.succeed(['token', 'acme-prod'])).toBe(first);
    expect(await cli.succeed(['token'])).toBe(first);
    expect(tokenRequests() - before).toBe(1);
    expect(await cli.succeed(['token', '--force'])).not.toBe(first);
  });

  it.each(['form', 'multipart', 'query'])('can be asked with a body of shape %s', async (body) => {
    await addAcme({ request: { body } });
    expect(await cli.succeed(['token'])).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });

  it('is listed, described and shown without its secret', async () => {
    await addAcme();
    await cli.succeed(['token']);
    const words = [['list'], ['status'], ['show', 'acme-prod'], ['export'], ['settings', 'get'], ['claims']];
    for (const command of words) {
      for (const json of command[0] === 'export' ? [[]] : [[], ['--json']]) {
        const { code, stdout, stderr } = await cli.run([...command, ...json]);
        expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
        expect(stdout).not.toContain('CANARY');
        if (json.length > 0) expect(() => void JSON.parse(stdout)).not.toThrow();
      }
    }
    const [status] = JSON.parse(await cli.succeed(['status', '--json'])) as { name: string; token: string }[];
    expect(status).toMatchObject({ name: 'acme-prod', token: 'valid' });
  });

  it('is renamed, exported, removed and imported again, and asks for its secret then', async () => {
    await addAcme();
    const token = await cli.succeed(['token']);
    await cli.succeed(['rename', 'acme-prod', 'acme']);
    expect(await cli.succeed(['token', 'acme'])).toBe(token);
    const exported = await cli.succeed(['export']);
    await cli.succeed(['remove', 'acme', '--yes']);
    expect((await cli.run(['token', 'acme'])).code).toBe(3);
    await cli.succeed(['import', '-'], { input: exported });
    expect((await cli.run(['token', 'acme'])).code).toBe(4);
    await cli.succeed(['edit', 'acme', '--secrets', '-'], { input: secrets });
    expect(await cli.succeed(['token', 'acme'])).not.toBe('');
  });

  it('is printed as header, as curl command and for a shell, naming the command in place of the token', async () => {
    await addAcme();
    const token = (await cli.succeed(['token'])).trim();
    expect(await cli.succeed(['token', '--as', 'header'])).toBe(`Authorization: Bearer ${token}\n`);
    const curl = await cli.succeed(['token', '--as', 'curl']);
    expect(curl).toContain('$(tokentray token acme-prod)');
    expect(curl).toContain(tenant.apiBase);
    expect(curl).not.toContain(token);
    expect(await cli.succeed(['token', '--as', 'curl', '--literal'])).toContain(token);
    expect(await cli.succeed(['token', '--as', 'env'])).toMatch(
      /^(\w+)="\$\(tokentray token acme-prod\)" && export \1\n$/,
    );
  });

  it('leaves nothing outside the data folder', async () => {
    await addAcme();
    await cli.succeed(['token']);
    expect(readdirSync(cli.root).toSorted()).toEqual(['data', 'profile.json']);
  });
});

describe('replacing a personal access token', () => {
  it('that the server refuses changes nothing: the old token still works', async () => {
    await addAcme();
    const token = await cli.succeed(['token']);
    const wrong = { input: JSON.stringify({ clientSecret: 'CANARY-mistyped' }) };
    const { code, stderr } = await cli.run(['edit', 'acme-prod', '--secrets', '-'], wrong);
    expect(code).toBe(5);
    expect(stderr).toContain('invalid_client');
    expect(stderr).not.toContain('CANARY');
    expect(await cli.succeed(['token'])).toBe(token);
    expect(await cli.succeed(['token', '--force'])).not.toBe(token);
  });

  it('without a test stores it, keeps the living token, and says what the server thinks when asked', async () => {
    await addAcme();
    const token = await cli.succeed(['token']);
    await cli.succeed(['edit', 'acme-prod', '--secrets', '-', '--no-test'], {
      input: JSON.stringify({ clientSecret: 'CANARY-mistyped' }),
    });
    expect(await cli.succeed(['token'])).toBe(token);
    expect((await cli.run(['token', '--force'])).code).toBe(5);
  });
});
