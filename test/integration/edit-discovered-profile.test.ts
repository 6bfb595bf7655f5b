/** A profile whose endpoints its server tells is changed with a file that does not name them either. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { grantTypes } from '../../main/demo/oidc/clients.ts';
import { startOidcTenant } from '../../main/demo/oidc/tenant.ts';
import type { OidcTenant } from '../../main/demo/oidc/tenant.ts';
import { createCommandProgram } from '../fixtures/command-program.ts';
import type { CommandProgram } from '../fixtures/command-program.ts';

const clientSecret = 'reports-CANARY';

let tenant: OidcTenant;
let program: CommandProgram;

beforeEach(async () => {
  const { clientCredentials } = grantTypes;
  tenant = await startOidcTenant({
    clock: systemClock,
    clients: [{ clientId: 'reports', clientAuth: 'client_secret_post', clientSecret, grantTypes: [clientCredentials] }],
  });
  program = createCommandProgram();
});

afterEach(async () => {
  program.remove();
  await tenant.close();
});

it('and what is said of the change is what became of it', async () => {
  const { issuer, token } = tenant.endpoints;
  const profile = { name: 'reports', system: 'oauth', auth: 'client_credentials', issuer, clientId: 'reports' };
  await program.add(profile, { clientSecret });
  const file = join(program.home, '..', 'changed.json');
  writeFileSync(file, JSON.stringify({ ...profile, scope: 'api:read' }));
  expect(await program.run(['edit', 'reports', '--file', file])).toEqual({
    code: 0,
    stdout: 'Changed reports.\n',
    stderr: '',
  });
  const { stdout } = await program.run(['show', 'reports', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ profile: { scope: 'api:read', endpoints: { token } } });
});
