/** How much a script pays for a cached token: the whole process, side by side with a Node process that does nothing. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCommandLine, profileText, tokentrayBin } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startSecretService } from '../fixtures/secret-service.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import { samplesMs, sideBySide } from './measure.ts';
import { ratioLine } from './report.ts';
import type { Line } from './report.ts';

const exec = promisify(execFile);
const pairs = 40;

export async function benchCommandLine(): Promise<readonly Line[]> {
  const service = await startSecretService();
  const server = await startTokenServer([{ body: { access_token: 'bench-token', expires_in: 43_200 } }]);
  const cli = createCommandLine(service.environment);
  try {
    await addProfile(cli, server.tokenEndpoint);
    const environment = {
      PATH: process.env['PATH'] ?? '',
      HOME: cli.root,
      TOKENTRAY_HOME: cli.home,
      ...service.environment,
    };
    const token = () => exec(process.execPath, [tokentrayBin, 'token', 'bench'], { env: environment });
    const nothing = () => exec(process.execPath, ['-e', '0'], { env: environment });
    const direct = await sideBySide(token, nothing, { pairs });
    const agent = await cli.startAgent();
    const through = await sideBySide(token, nothing, { pairs });
    const socket = await benchSocket(cli);
    await agent.stop();
    return [
      ratioLine('cached token through the agent / node -e 0', through.ratio, 1.3),
      ratioLine('cached token without an agent / node -e 0', direct.ratio, 1.8),
      ...socket,
    ];
  } finally {
    cli.remove();
    await server.close();
    await service.stop();
  }
}

async function addProfile(cli: CommandLine, tokenEndpoint: string): Promise<void> {
  const file = join(cli.root, 'bench.json');
  await writeFile(file, profileText('bench', tokenEndpoint));
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input: '{"clientSecret":"CANARY-bench"}' });
  await cli.succeed(['token', 'bench']);
  await cli.succeed(['token', 'bench']);
}

async function benchSocket(cli: CommandLine): Promise<readonly Line[]> {
  const { connectAgent } = await import('../../main/agent/agent-client.ts');
  const client = await connectAgent(cli.home, process.platform);
  if (client === undefined) throw new Error('the agent does not answer');
  const warm = await samplesMs(() => client.token({ name: 'bench' }), 500);

  const bare = createServer((_request, response) => response.end('bench-token\n')).listen(0, '127.0.0.1');
  await once(bare, 'listening');
  const { port } = bare.address() as AddressInfo;
  const socket = join(cli.home, 'agent.sock');
  const curl = await sideBySide(
    () => exec('curl', ['-sS', '--unix-socket', socket, 'http://localhost/v1/token?name=bench']),
    () => exec('curl', ['-sS', `http://127.0.0.1:${port}/`]),
    { pairs },
  );
  bare.close();
  return [
    {
      what: 'agent socket, warm client',
      figure: `${warm.median.toFixed(3)} ms`,
      bound: 'below 0.5 ms',
      kept: warm.median < 0.5,
    },
    ratioLine('curl to the agent / curl to a bare Node server', curl.ratio, 1.2),
  ];
}
