/** `tokentray token NAME` with 10,000 profiles beside the one that is asked for, against the same with none. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCommandLine, profileText, tokentrayBin } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { databaseOf } from '../fixtures/disk-storage.ts';
import { startSecretService } from '../fixtures/secret-service.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import { addCopies } from './crowd.ts';
import { sideBySide } from './measure.ts';
import { ratioLine } from './report.ts';
import type { Line } from './report.ts';

const exec = promisify(execFile);
const manyProfiles = 10_000;
const bound = 1.1;
const pairs = 60;

export async function benchScaleCommandLine(): Promise<readonly Line[]> {
  const service = await startSecretService();
  const server = await startTokenServer([{ body: { access_token: 'bench-token', expires_in: 43_200 } }]);
  const places = [createCommandLine(service.environment), createCommandLine(service.environment)] as const;
  try {
    for (const cli of places) await addProfile(cli, server.tokenEndpoint);
    const [many, one] = places;
    addCopies(databaseOf(many.home), 'bench', manyProfiles - 1);
    const measure = () => sideBySide(tokenOf(many, service.environment), tokenOf(one, service.environment), { pairs });
    const direct = await measure();
    const agents = await Promise.all(places.map((cli) => cli.startAgent()));
    const through = await measure();
    for (const agent of agents) await agent.stop();
    const what = 'tokentray token with 10,000 profiles / with one';
    return [
      ratioLine(`${what}, through the agent`, through.ratio, bound),
      ratioLine(`${what}, without an agent`, direct.ratio, bound),
    ];
  } finally {
    for (const cli of places) cli.remove();
    await server.close();
    await service.stop();
  }
}

function tokenOf(cli: CommandLine, environment: NodeJS.ProcessEnv): () => Promise<unknown> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: cli.root, TOKENTRAY_HOME: cli.home, ...environment };
  return async () => {
    const { stdout } = await exec(process.execPath, [tokentrayBin, 'token', 'bench'], { env });
    if (stdout !== 'bench-token\n') throw new Error('that is not the token');
  };
}

async function addProfile(cli: CommandLine, tokenEndpoint: string): Promise<void> {
  const file = join(cli.root, 'bench.json');
  await writeFile(file, profileText('bench', tokenEndpoint));
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input: '{"clientSecret":"CANARY-bench"}' });
  // The first prints a note of its system, the second is as all that follow.
  for (let times = 0; times < 2; times++) await cli.succeed(['token', 'bench']);
}
