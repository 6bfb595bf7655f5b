/** Threat: a file that somebody was sent to import is made to harm: to exhaust, to confuse, or to send a secret elsewhere. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createAppliedImports } from '../../main/ipc/applied-imports.ts';
import type { CallsOf } from '../../main/ipc/answer.ts';
import { importCalls } from '../../main/ipc/import-calls.ts';
import { createOpenImports } from '../../main/ipc/open-imports.ts';
import { assertSendable, tokenOrigin } from '../../main/tokens/obtain.ts';
import { sealExport } from '../../main/transfer/sealed-export.ts';
import { CallApplication, draftOf } from '../fixtures/call-application.ts';

const secret = 'secret-CANARY-hostile';
const passphrase = 'four words of CANARY';

let application: CallApplication;
let calls: CallsOf<'imports'>;
beforeEach(() => {
  application = new CallApplication();
  calls = importCalls({
    ports: application.ports,
    desktop: { chooseFile: async () => null },
    imports: createOpenImports(application.clock),
    applied: createAppliedImports(application.clock),
  });
});

/** What came of reading it, without its stack. */
async function refusalOf(text: string): Promise<{ readonly code: string; readonly data: unknown }> {
  try {
    await calls['imports.read']({ text });
  } catch (error) {
    const { code, data } = error as { code: string; data: unknown };
    return { code, data };
  }
  throw new Error('it was taken');
}

describe('a file that is no file of any tool', () => {
  it.each([
    ['is too large', `{"a":"${secret.repeat(500_000)}"}`],
    ['holds more profiles than anybody has', `[${'{"system":"isc","name":"a"},'.repeat(10_000)}{"system":"isc"}]`],
    ['is nested without end', `${'{"a":'.repeat(100_000)}"${secret}"${'}'.repeat(100_000)}`],
    ['is a list without end', '['.repeat(2_000_000)],
    ['names a member twice', `{"system":"isc","clientId":"${secret}","clientId":"other"}`],
    ['sets the prototype', `{"system":"isc","name":"acme","__proto__":{"clientId":"${secret}"}}`],
    ['sets the prototype of a variable', `{"values":[{"key":"a","value":"${secret}","__proto__":{}}]}`],
    ['is YAML with an alias that grows', 'environments: &a [*a, *a]\n'],
    ['is YAML without end', `environments: ${'{a: '.repeat(50_000)}`],
    ['is a command that is not closed', `curl https://acme.api.identitynow.com -d 'client_secret=${secret}`],
    ['is a command with blanks without end', `curl ${' '.repeat(200_000)}-d 'client_secret=${secret}`],
    ['is a command with parameters without end', `curl https://acme.example.com/token -d '${'a&'.repeat(2_000_000)}'`],
    ['is cut off', `{"version":1,"profiles":[{"name":"acme","clientSecret":"${secret}`],
    [
      'has a field that no export has',
      `{"version":1,"profiles":[${JSON.stringify(draftOf('a'))}],"token":"${secret}"}`,
    ],
    ['was written by a newer version', `{"version":2,"profiles":[${JSON.stringify(draftOf('a'))}]}`],
  ])('%s: it is refused in words that quote nothing of it', async (_, text) => {
    const refusal = await refusalOf(text);
    expect(refusal.code).toBe('config.file_invalid');
    expect(JSON.stringify(refusal.data)).not.toContain('CANARY');
    expect(application.storage.profiles.list()).toEqual([]);
  });
});

describe('a file that means harm', () => {
  it('does not choose how long the words about it are', async () => {
    const name = ' still needs its '.repeat(10_000);
    const { problems } = await calls['imports.read']({ text: `environments:\n  ? "${name}"\n  : pat: {}\n` });
    expect(problems.join().length).toBeLessThan(300);
  });

  it('cannot take the place of a profile that somebody has without being told to', async () => {
    await application.add('acme');
    const { id, items } = await calls['imports.read']({
      text: JSON.stringify([draftOf('acme', { endpoints: { token: 'https://evil.example.com/token' } })]),
    });
    expect(items).toMatchObject([{ action: 'skip', isTaken: true }]);
    await expect(calls['imports.apply']({ id, choices: [] })).rejects.toMatchObject({ code: 'internal.bad_request' });
  });

  it('that replaces a profile does not get its stored secret: that stays bound to its host', async () => {
    const stored = await application.add('acme');
    const { id } = await calls['imports.read']({
      text: JSON.stringify([draftOf('acme', { endpoints: { token: 'https://evil.example.com/token' } })]),
    });
    const { results } = await calls['imports.apply']({ id, choices: [{ index: 0, action: 'replace' }] });
    expect(application.storage.profiles.secretsOrigin(stored)).toBe('https://acme.api.identitynow.com');
    const replaced = application.storage.profiles.get(stored)?.profile;
    if (replaced === undefined) throw new Error('the profile is gone');
    const secrets = await application.storage.profiles.secrets(stored);
    expect(() => assertSendable(replaced, secrets, tokenOrigin(replaced))).toThrow(
      expect.objectContaining({ code: 'auth.secret_rebind' }),
    );
    expect(results).toMatchObject([{ missing: ['clientSecret'] }]);
  });

  it('cannot rebind the secret of an encrypted export', async () => {
    const profile = {
      name: 'acme',
      system: 'isc',
      auth: 'client_credentials',
      tenant: 'acme',
      clientId: 'id-1',
    } as const;
    const moved = { profile, secrets: { clientSecret: secret }, origin: 'https://other.example.com' };
    const { id } = await calls['imports.read']({ text: await sealExport([moved], passphrase, 2 ** 12) });
    const view = await calls['imports.unlock']({ id, passphrase });
    expect(JSON.stringify(view)).not.toContain('CANARY');
    await expect(calls['imports.apply']({ id, choices: [] })).rejects.toMatchObject({ code: 'config.profile_invalid' });
    expect(application.storage.profiles.list()).toEqual([]);
  });

  it('cannot make a choice reach into an object that is not of the profile', async () => {
    const { id } = await calls['imports.read']({ text: JSON.stringify([draftOf('acme')]) });
    const values = { '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes' };
    await calls['imports.preview']({ id, choices: [{ index: 0, action: 'add', values }] });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});
