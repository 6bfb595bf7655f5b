/** What `npm start` does before there is an application: the runtime, and what goes on without it. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadElectron } from '../../main/start/electron-runtime.ts';
import { serveHttp, unusedPort } from '../fixtures/loopback-server.ts';
import { startTinyproxy } from '../fixtures/tinyproxy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Of this machine, without what would change where the runtime comes from. */
function environment(own: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    electron_config_cache: join(folder, 'cache'),
    NO_PROXY: '',
    ...own,
  };
}

describe('the download of the runtime', () => {
  it('tells in one line that nobody listens', async () => {
    const mirror = `http://127.0.0.1:${await unusedPort()}/`;
    const reason = await downloadElectron(environment({ ELECTRON_MIRROR: mirror }));
    expect(reason).toMatch(/^connect ECONNREFUSED 127\.0\.0\.1:\d+$/);
  });

  it('tells in one line what the server answered', async () => {
    await using server = await serveHttp((_request, response) => response.writeHead(404).end());
    const reason = await downloadElectron(environment({ ELECTRON_MIRROR: `http://127.0.0.1:${server.port}/` }));
    expect(reason).toMatch(/^Response code 404 \(Not Found\) for http:\/\/127\.0\.0\.1/);
  });

  it('refuses a runtime that is not the one the package names', async () => {
    await using server = await serveHttp((_request, response) => response.end('not the runtime'));
    const reason = await downloadElectron(environment({ ELECTRON_MIRROR: `http://127.0.0.1:${server.port}/` }));
    expect(reason).toMatch(/checksum/i);
  });

  it('goes through the proxy of the environment', async () => {
    await using proxy = await startTinyproxy();
    await downloadElectron(
      environment({ ELECTRON_MIRROR: 'https://mirror.invalid/', HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }),
    );
    expect(proxy.connects()).toContain('mirror.invalid:443');
  });
});

describe('a start', () => {
  it('of which Chromium refuses the sandbox ends with the command that repairs it', async () => {
    const executable = join(folder, 'electron');
    const refusal =
      'The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without';
    writeFileSync(executable, `#!/bin/sh\necho '${refusal}' >&2\nexit 133\n`);
    chmodSync(executable, 0o755);
    const { code, output } = await start(environment({ ELECTRON_OVERRIDE_DIST_PATH: folder }));
    expect(code).toBe(133);
    expect(output).toContain(`sudo chmod 4755 '${join(folder, 'chrome-sandbox')}'`);
  });

  it('hands its arguments to the application', async () => {
    const executable = join(folder, 'electron');
    writeFileSync(executable, '#!/bin/sh\necho "given: $2"\n');
    chmodSync(executable, 0o755);
    const { code, output } = await start(environment({ ELECTRON_OVERRIDE_DIST_PATH: folder }), '--demo');
    expect(code).toBe(0);
    expect(output).toContain('given: --demo');
  });

  it('in the terminal of an editor that is itself made with Electron starts an application, and no plain Node', async () => {
    const executable = join(folder, 'electron');
    writeFileSync(executable, '#!/bin/sh\necho "as Node: ${ELECTRON_RUN_AS_NODE-no}"\n');
    chmodSync(executable, 0o755);
    const inherited = { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_RUN_AS_NODE: '1' };
    const { output } = await start(environment(inherited));
    expect(output).toContain('as Node: no');
  });
});

function start(
  env: Readonly<Record<string, string | undefined>>,
  ...args: readonly string[]
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['main/start/start.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString('utf8'));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
