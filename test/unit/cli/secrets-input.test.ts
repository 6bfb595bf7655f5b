import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { exampleProfile, FakeCli } from './fake-session.ts';
import { useFiles } from './use-files.ts';

const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const signing = { ...exampleProfile, request: { clientAuth: 'private_key_jwt' } } as const satisfies Profile;
const personal = {
  ...exampleProfile,
  auth: 'device_code',
  endpoints: { ...exampleProfile.endpoints, deviceAuthorization: 'https://id.example.com/device_authorization' },
} as const satisfies Profile;

const files = useFiles();
let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

const storedSecrets = () => cli.storage.profiles.secrets(cli.storage.profiles.find('acme')?.id ?? '');
const addAtTerminal = (profile: Profile, ...answers: readonly string[]) =>
  cli.run(['add', '--file', files.write(profile)], { answers });

describe('a private key at the prompt', () => {
  it.each([
    ['the path of its file', () => files.write(jwk)],
    ['a path in quotes, as a file manager drops it', () => `'${files.write(jwk)}' `],
    ['the key on one line', () => JSON.stringify(jwk)],
  ])('is taken from %s', async (_case, answer) => {
    const { code, out, err } = await addAtTerminal(signing, answer());
    expect(code).toBe(0);
    await expect(storedSecrets()).resolves.toMatchObject({ values: { privateKeyJwk: { d: jwk.d } } });
    expect(out + err).not.toContain(jwk.d);
  });

  it.each([
    ['is the first line of a key on several', () => '{', 'several lines'],
    ['is a file that is not there', () => files.absent(), 'no such file'],
    ['is a PEM file', () => files.write('-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----\n'), 'PEM'],
    ['is the first line of a PEM file', () => '-----BEGIN PRIVATE KEY-----', 'PEM'],
    ['is a file of something else', () => files.write('CANARY'), 'no JSON'],
    ['is a secret and no path', () => 'CANARY-secret', 'could not be read'],
    ['is empty', () => '', 'No file'],
    ['names standard input', () => '-', 'No file'],
  ])('that %s is refused in words that repeat nothing, and nothing is stored', async (_case, answer, words) => {
    const { code, out, err } = await addAtTerminal(signing, answer());
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(out + err).not.toContain('CANARY');
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('that is a public key is refused, and nothing is stored', async () => {
    const { code, err } = await addAtTerminal(signing, JSON.stringify({ kty: jwk.kty, n: jwk.n, e: jwk.e }));
    expect(code).toBe(2);
    expect(err).toContain('privateKeyJwk');
    expect(cli.storage.profiles.list()).toEqual([]);
  });
});

describe('secrets that a profile may have', () => {
  it('are not asked for when it is added, and the next step is named', async () => {
    const { code, out, err } = await addAtTerminal(personal);
    expect({ code, out }).toEqual({ code: 0, out: 'Added acme.\n' });
    expect(err).toContain('tokentray login acme');
    expect(cli.questions).toEqual([]);
  });

  it('are taken from standard input, and a refresh token stands for the first sign-in', async () => {
    const input = JSON.stringify({ clientSecret: 'CANARY-1', refreshToken: 'CANARY-2' });
    const { code, out } = await cli.run(['add', '--file', files.write(personal), '--secrets', '-'], { input });
    expect(code).toBe(0);
    expect(out).toContain('stands for the first sign-in');
    expect(out).not.toContain('tokentray login');
    expect(out).not.toContain('CANARY');
  });

  it('are asked for by edit, and left out by Enter', async () => {
    await addAtTerminal(personal);
    const argv = ['edit', 'acme', '--secrets', '-', '--no-test'];
    const { code } = await cli.run(argv, { answers: ['CANARY-1', ''] });
    expect(code).toBe(0);
    expect(cli.questions).toHaveLength(2);
    await expect(storedSecrets()).resolves.toMatchObject({ values: { clientSecret: 'CANARY-1' } });
  });

  it('are nothing to change when all are left out', async () => {
    await addAtTerminal(personal);
    expect((await cli.run(['edit', 'acme', '--secrets', '-'], { answers: ['', ''] })).code).toBe(2);
    await expect(storedSecrets()).resolves.toBeUndefined();
  });
});

describe('a key and a secret that go together', () => {
  const logs = { name: 'acme', system: 'aic', auth: 'api_key', tenant: 'openam-acme.forgeblocks.com' } as const;

  it('are asked for one after the other', async () => {
    const { code } = await addAtTerminal(logs, 'CANARY-key', 'CANARY-secret');
    expect(code).toBe(0);
    await expect(storedSecrets()).resolves.toMatchObject({
      values: { apiKey: 'CANARY-key', apiSecret: 'CANARY-secret' },
    });
  });

  it('are both missed when only one is given', async () => {
    const argv = ['add', '--file', files.write(logs), '--secrets', '-'];
    const { code, err } = await cli.run(argv, { input: '{"apiKey": "CANARY-key"}' });
    expect(code).toBe(2);
    expect(err).toContain('{"apiKey": "…", "apiSecret": "…"}');
  });
});
