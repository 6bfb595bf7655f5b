/** A command whose refresh token came and could not be stored, whatever was tried: it says that the session is lost. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCommandProgram } from '../fixtures/command-program.ts';
import { startRotatingServer } from '../fixtures/rotating-session.ts';
import { SmallDisk } from '../fixtures/small-disk.ts';

let parts: AsyncDisposableStack;
beforeEach(() => void (parts = new AsyncDisposableStack()));
afterEach(async () => {
  await parts.disposeAsync();
  vi.unstubAllEnvs();
});

const refusal = SmallDisk.refusal();

it('after what went wrong, once, and with what to do', async () => {
  if (refusal !== undefined) {
    // In a container that may not mount, the suite goes on, and its output says what it did not show.
    process.stdout.write(`Real disks: not run (${refusal})\n`);
    expect(refusal).toContain('not allowed');
    return;
  }
  const program = createCommandProgram();
  parts.defer(() => program.remove());
  const disk = new SmallDisk(program.home);
  parts.defer(() => disk.close());
  const { server, nth } = await startRotatingServer({
    padding: 60_000,
    onRequest() {
      if (server.requests.length === 1) disk.fill();
    },
  });
  parts.use(server);
  const endpoints = { token: server.tokenEndpoint, authorize: `${server.origin}/authorize` };
  const profile = { name: 'acme', system: 'oauth', auth: 'authorization_code', clientId: 'client-1', endpoints };
  expect(await program.add(profile, { refreshToken: nth(0) })).toMatchObject({ code: 0 });

  const asked = await program.run(['token', 'acme']);
  expect([asked.code, asked.stdout]).toEqual([1, '']);
  expect(asked.stderr.trim().split('\n')).toEqual([
    expect.stringContaining('no space left'),
    expect.any(String),
    expect.stringContaining('The session of the profile "acme" is lost'),
    expect.stringContaining('tokentray login acme'),
  ]);
  expect(asked.stderr).not.toContain('CANARY');
}, 60_000);
