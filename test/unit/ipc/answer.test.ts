import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { answer } from '../../../main/ipc/answer.ts';
import type { Calls } from '../../../main/ipc/answer.ts';
import { profileNamed } from '../../fixtures/disk-storage.ts';

const made: [string, unknown][] = [];
const calls = new Proxy({} as Calls, {
  get: (_target, name: string) => (input: unknown) => {
    made.push([name, input]);
    if (name === 'profiles.refresh') throw new TokentrayError('auth.secret_missing');
    if (name === 'profiles.test') throw new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client' } });
    if (name === 'profiles.reveal') return Promise.reject(new Error('secret-CANARY'));
    return Promise.resolve(`answer to ${name}`);
  },
});
const ask = (
  name: unknown,
  input: unknown,
  profileOf: (id: string) => ReturnType<typeof profileNamed> | undefined = () => undefined,
) => answer(calls, name, input, profileOf);

describe('a call', () => {
  it('is answered with its value', async () => {
    await expect(ask('profiles.detail', { id: 'a' })).resolves.toEqual({
      ok: true,
      value: 'answer to profiles.detail',
    });
  });

  it('that throws is answered with a failure', async () => {
    await expect(ask('profiles.refresh', { id: 'a' })).resolves.toMatchObject({
      ok: false,
      failure: { code: 'auth.secret_missing' },
    });
  });

  it('that rejects with a foreign error is answered without its message', async () => {
    const result = await ask('profiles.reveal', { id: 'a' });
    expect(result).toMatchObject({ ok: false, failure: { code: 'internal.unexpected' } });
    expect(JSON.stringify(result)).not.toContain('CANARY');
  });

  it('is described in the words of the profile that it is about', async () => {
    const result = await ask('profiles.refresh', { id: 'a' }, (id) => (id === 'a' ? profileNamed('acme') : undefined));
    expect(JSON.stringify(result)).toContain('acme');
  });

  it('about something that is being typed is described in the words of its system', async () => {
    const general = await ask('profiles.test', { draft: {} });
    const result = await ask('profiles.test', { draft: profileNamed('acme') });
    expect(result).toMatchObject({ ok: false, failure: { code: 'auth.refused' } });
    expect(result).not.toEqual(general);
  });

  it('is described even when the database cannot be read', async () => {
    const unreadable = () => {
      throw new TokentrayError('storage.database_damaged');
    };
    await expect(ask('profiles.refresh', { id: 'a' }, unreadable)).resolves.toMatchObject({
      failure: { code: 'auth.secret_missing' },
    });
  });
});
