/** The tray application among thirty commands that all want the same token, which has ended: the tenant is asked once. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { profileText } from '../../fixtures/command-line.ts';
import { startTokenServer } from '../../fixtures/token-server.ts';
import type { TokenServer } from '../../fixtures/token-server.ts';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { pageTitle, profileRow } from './window-parts.ts';

const shortSeconds = 2;

let desk: Desk;
let server: TokenServer;

beforeAll(async () => {
  // Every other token ends at once; the next one takes its time to come.
  server = await startTokenServer((_request, index) => ({
    body: {
      access_token: `CANARY-token-${index}`,
      token_type: 'Bearer',
      expires_in: index % 2 === 0 ? shortSeconds : 749,
    },
    delayMs: index % 2 === 0 ? 0 : 1_500,
  }));
  desk = await setUpDesk();
  await desk.start();
  for (const name of ['agreed', 'alone']) {
    const file = join(desk.cli.root, `${name}.json`);
    writeFileSync(file, profileText(name, server.tokenEndpoint, { refresh: { mode: 'on-use' } }));
    const input = JSON.stringify({ clientSecret: 'CANARY-thirty' });
    await desk.cli.succeed(['add', '--file', file, '--secrets', '-'], { input });
  }
});
afterAll(async () => {
  await desk.clear();
  await server.close();
});

/** Its token has ended; thirty commands and the window ask for the next one. Returns what they were given. */
async function askAll(name: string, beforeCommands: () => void): Promise<readonly string[]> {
  await desk.cli.succeed(['token', name, '--min-valid', '1']);
  await delay(1_000 * shortSeconds);
  const requests = server.requests.length;
  const page = await desk.window();
  await profileRow(page, name).click();
  await pageTitle(page, name).waitFor();
  beforeCommands();
  const commands = Array.from({ length: 30 }, () => desk.cli.succeed(['token', name]));
  await page.getByRole('button', { name: 'Copy token' }).click();
  const tokens = await Promise.all(commands);
  await expect.poll(() => desk.app.clipboard.text(), patience).toBe(tokens[0]?.trim());
  expect(server.requests.length - requests).toBe(1);
  return [...new Set(tokens)];
}

it('through the application', async () => {
  expect(await askAll('agreed', () => undefined)).toHaveLength(1);
}, 120_000);

it('and when none of them reaches the application, whose socket is gone', async () => {
  const unlink = () => rmSync(join(desk.cli.home, 'agent.sock'));
  expect(await askAll('alone', unlink)).toHaveLength(1);
}, 120_000);
