/** Commands beside a profile whose stored definition cannot be read. */
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleProfile, FakeCli } from './fake-session.ts';
import { useFiles } from './use-files.ts';

const files = useFiles();
let cli: FakeCli;

beforeEach(async () => {
  cli = new FakeCli();
  await cli.addProfile({}, 'CANARY-acme');
  await cli.addProfile({ name: 'billing' }, 'CANARY-billing');
  await cli.run(['token', 'acme']);
  cli.damage('acme');
});

const codeOf = (json: string) => (JSON.parse(json) as { error: { code: string } }).error.code;

describe.each([['list'], ['status'], ['export']])('%s', (command) => {
  it('goes on with the others, and warns of the damaged one on standard error', async () => {
    const { code, out, err } = await cli.run([command]);
    expect([code, out]).toEqual([0, expect.stringContaining('billing')]);
    expect(out).not.toContain('acme');
    expect(err).toMatch(/"acme".*\n.*tokentray remove acme/);
  });

  it('prints JSON of the others alone', async () => {
    const { out, err } = await cli.run([command, '--json']);
    expect(JSON.stringify(JSON.parse(out))).not.toContain('acme');
    expect(err).toContain('"acme"');
  });

  it('does not say that there are no profiles when it is the only one', async () => {
    await cli.run(['remove', 'billing']);
    const { code, err } = await cli.run([command]);
    expect(code).toBe(0);
    expect(err).not.toContain('no profiles');
  });
});

it.each([
  ['show', 'acme'],
  ['token', 'acme'],
  ['token', 'acme', '--force'],
  ['claims', 'acme'],
  ['export', 'acme'],
  ['default', 'acme'],
  ['rename', 'acme', 'other'],
  ['edit', 'acme', '--secrets', '-'],
])('%s %s fails, says why, and sends nothing', async (...argv) => {
  const sent = cli.seenSecrets.length;
  const { code, out } = await cli.run(argv, { input: '{"clientSecret":"CANARY-new"}' });
  const { err } = await cli.run([...argv, '--json'], { input: '{"clientSecret":"CANARY-new"}' });
  expect([code, out, codeOf(err), cli.seenSecrets.length - sent]).toEqual([2, '', 'storage.profile_damaged', 0]);
});

it('the other profile hands out its token', async () => {
  await expect(cli.run(['token', 'billing'])).resolves.toMatchObject({ code: 0, out: 'token-2\n', err: '' });
});

it('a default profile that is damaged is not replaced by another one', async () => {
  const whole = new FakeCli();
  await whole.addProfile({}, 'CANARY-acme');
  await whole.addProfile({ name: 'billing' }, 'CANARY-billing');
  await whole.run(['default', 'acme']);
  whole.damage('acme');
  await expect(whole.run(['token'])).resolves.toMatchObject({ code: 2, out: '' });
  await expect(whole.run(['list'])).resolves.toMatchObject({ code: 0 });
});

it('remove removes it', async () => {
  await expect(cli.run(['remove', 'acme'])).resolves.toMatchObject({ code: 0, out: 'Removed acme.\n' });
  expect(cli.storage.profiles.damaged()).toEqual([]);
  expect(cli.storage.profiles.list()).toHaveLength(1);
});

describe('edit --file', () => {
  const replace = (...more: string[]) =>
    cli.run(['edit', 'acme', '--file', files.write({ ...exampleProfile, label: 'again' }), ...more]);

  it('replaces it, tested with the secrets that it has', async () => {
    await expect(replace()).resolves.toMatchObject({ code: 0 });
    expect(cli.storage.profiles.find('acme')?.profile.label).toBe('again');
    expect(cli.seenSecrets.at(-1)).toBe('CANARY-acme');
  });

  it('sends no secret to another host than it was entered for', async () => {
    const sent = cli.seenSecrets.length;
    const file = files.write({ ...exampleProfile, endpoints: { token: 'https://other.example.com/token' } });
    await expect(cli.run(['edit', 'acme', '--file', file])).resolves.toMatchObject({ code: 4 });
    expect([cli.seenSecrets.length - sent, cli.storage.profiles.damaged().length]).toEqual([0, 1]);
  });

  it('stores nothing that is invalid, or of another name', async () => {
    for (const wrong of [
      { ...exampleProfile, auth: undefined },
      { ...exampleProfile, name: 'other' },
    ]) {
      const { code } = await cli.run(['edit', 'acme', '--file', files.write(wrong)]);
      expect([code, cli.storage.profiles.damaged().length]).toEqual([2, 1]);
    }
  });

  it('forgets the token of before, about which nothing is known', async () => {
    await expect(replace('--no-test')).resolves.toMatchObject({ code: 0 });
    expect(cli.storage.tokens.facts(cli.storage.profiles.find('acme')?.id ?? '')).toBeUndefined();
  });
});
