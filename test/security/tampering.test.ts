/** Threat: somebody who can write the database, but not open the vault, wants secrets sent to a host of theirs. */
import { DatabaseSync } from 'node:sqlite';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';

let tenant: TokenServer;
let thief: TokenServer;
let cli: CommandLine;

beforeEach(async () => {
  tenant = await startTokenServer((_request, index) => ({ body: { access_token: `token-${index}`, expires_in: 749 } }));
  thief = await startTokenServer([{ body: { access_token: 'stolen', expires_in: 749 } }]);
  cli = createCommandLine({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' });
  for (const name of ['acme', 'other']) {
    const file = join(cli.root, `${name}.json`);
    writeFileSync(file, profileText(name, tenant.tokenEndpoint));
    const input = JSON.stringify({ clientSecret: `CANARY-${name}` });
    await cli.succeed(['add', '--file', file, '--secrets', '-'], { input });
  }
});

afterEach(async () => {
  cli.remove();
  await tenant.close();
  await thief.close();
});

function tamper(...statements: readonly string[]): void {
  const database = new DatabaseSync(join(cli.home, 'tokentray.db'));
  for (const statement of statements) expect(database.prepare(statement).run().changes).toBeGreaterThan(0);
  database.close();
}

const redirectProfile = () =>
  `UPDATE profiles SET definition = replace(definition, '${tenant.origin}', '${thief.origin}') WHERE name = 'acme'`;

describe('a changed database', () => {
  it('with another token endpoint gets no secret: the person is asked to enter it again', async () => {
    tamper(redirectProfile());
    const { code, stdout } = await cli.run(['token', 'acme']);
    expect({ code, stdout, sent: thief.requests.length }).toEqual({ code: 4, stdout: '', sent: 0 });
  });

  it('with another token endpoint and another bound host gets no secret: the record does not open', async () => {
    tamper(redirectProfile(), `UPDATE secrets SET bound_origin = '${thief.origin}'`);
    const { code, stdout } = await cli.run(['token', 'acme']);
    expect({ code, stdout, sent: thief.requests.length }).toEqual({ code: 7, stdout: '', sent: 0 });
  });

  it('with the secret of another profile sends nothing', async () => {
    tamper(
      `UPDATE secrets SET sealed = (SELECT s.sealed FROM secrets s JOIN profiles p ON p.id = s.profile_id
       WHERE p.name = 'other') WHERE profile_id = (SELECT id FROM profiles WHERE name = 'acme')`,
    );
    const { code } = await cli.run(['token', 'acme']);
    expect({ code, sent: tenant.requests.length }).toEqual({ code: 7, sent: 0 });
  });

  it('with a token in the place of a secret sends nothing', async () => {
    await cli.succeed(['token', 'acme']);
    tamper(
      `UPDATE secrets SET sealed = (SELECT sealed FROM tokens WHERE tokens.profile_id = secrets.profile_id)
       WHERE profile_id = (SELECT id FROM profiles WHERE name = 'acme')`,
    );
    const { code } = await cli.run(['token', 'acme', '--force']);
    expect({ code, sent: tenant.requests.length }).toEqual({ code: 7, sent: 1 });
  });

  it('with a truncated secret deletes nothing and works once the secret is entered again', async () => {
    tamper(`UPDATE secrets SET sealed = substr(sealed, 1, 20)`);
    expect((await cli.run(['token', 'acme'])).code).toBe(7);
    await cli.succeed(['edit', 'acme', '--secrets', '-'], { input: JSON.stringify({ clientSecret: 'CANARY-again' }) });
    expect(await cli.succeed(['token', 'acme'])).toMatch(/^token-\d\n$/);
  });
});

describe('an import', () => {
  it('cannot take over a profile and its secret', async () => {
    const file = join(cli.root, 'import.json');
    writeFileSync(file, `{"version":1,"profiles":[${profileText('acme', thief.tokenEndpoint)}]}`);
    expect((await cli.run(['import', file])).code).toBe(2);
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
    expect(thief.requests).toHaveLength(0);
  });
});
