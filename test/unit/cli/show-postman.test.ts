import { beforeEach, expect, it } from 'vitest';
import { FakeCli } from './fake-session.ts';

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

it("show has what Postman's own tab for OAuth 2.0 asks for, without the secret", async () => {
  await cli.addProfile({ scope: 'read' }, 'secret-CANARY');
  const { out } = await cli.run(['show', 'acme']);
  expect(out).toMatch(/Access Token URL: +https:\/\/id\.example\.com\/token\n/);
  expect(out).toMatch(/Client Authentication: +Send client credentials in body\n/);
  expect(out).not.toContain('CANARY');
});

it('show has it as JSON', async () => {
  await cli.addProfile({}, 'secret-CANARY');
  const shown = JSON.parse((await cli.run(['show', 'acme', '--json'])).out) as { postmanOAuth: unknown };
  expect(shown.postmanOAuth).toMatchObject({ grantType: 'Client Credentials', clientId: 'client-1' });
  await cli.addProfile({ request: { clientAuth: 'client_secret_basic' }, name: 'basic' }, 'secret-CANARY');
  const basic = JSON.parse((await cli.run(['show', 'basic', '--json'])).out) as { postmanOAuth: unknown };
  expect(basic.postmanOAuth).toMatchObject({ clientAuthentication: 'Send as Basic Auth header' });
});
