import { beforeEach, describe, expect, it } from 'vitest';
import { createOpenImports } from '../../../main/ipc/open-imports.ts';
import { createPastedSecrets } from '../../../main/ipc/pasted-secrets.ts';
import type { PastedSecrets } from '../../../main/ipc/pasted-secrets.ts';
import { readPasted } from '../../../main/ipc/read-pasted.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

const credentials = {
  clientId: 'id-1',
  password: 'secret-CANARY',
  authenticationUrl: 'https://netfoundry-production.auth0.com/oauth/token',
};
const profile = { name: 'acme-nf', system: 'netfoundry', auth: 'client_credentials', clientId: 'id-1' };

let clock: FakeClock;
let pasted: PastedSecrets;
const paste = (value: unknown) =>
  readPasted({ pasted, imports: createOpenImports(clock) }, typeof value === 'string' ? value : JSON.stringify(value));

beforeEach(() => {
  clock = new FakeClock();
  pasted = createPastedSecrets(clock);
});

async function pasteCredentials(): Promise<string> {
  const reply = await paste(credentials);
  if (reply?.outcome !== 'draft' || reply.pasted === null) throw new Error('no secret was kept');
  return reply.pasted;
}

describe('what is answered', () => {
  it('the draft, and the kinds of the secrets without the secrets', async () => {
    const reply = await paste(credentials);
    expect(reply).toMatchObject({ outcome: 'draft', draft: { clientId: 'id-1' }, secrets: ['clientSecret'] });
    expect(JSON.stringify(reply)).not.toContain('CANARY');
  });

  it('several profiles are for the import', async () => {
    expect(await paste([profile, { ...profile, name: 'two' }])).toMatchObject({ outcome: 'several', count: 2 });
  });

  it('nothing, for text that means nothing', async () => {
    expect(await paste('hello')).toBeNull();
  });
});

describe('the secrets that came along', () => {
  it('count as typed when the draft is given with their id', async () => {
    expect(pasted.into({ draft: profile, pasted: await pasteCredentials() })).toEqual({
      draft: profile,
      secrets: { clientSecret: 'secret-CANARY' },
    });
  });

  it('yield to what was typed', async () => {
    const draft = { draft: profile, secrets: { clientSecret: 'typed-CANARY' }, pasted: await pasteCredentials() };
    expect(pasted.into(draft).secrets).toEqual({ clientSecret: 'typed-CANARY' });
  });

  it('stay out of a profile that has no use for them', async () => {
    const draft = { name: 'log', system: 'aic', auth: 'api_key', tenant: 'openam-acme.forgeblocks.com' };
    expect(pasted.into({ draft, pasted: await pasteCredentials() }).secrets).toEqual({});
  });

  it('are gone after half an hour, and that is said', async () => {
    const id = await pasteCredentials();
    await clock.advance(31 * 60_000);
    expect(() => pasted.into({ draft: profile, pasted: id })).toThrow(
      expect.objectContaining({ code: 'config.secrets_invalid' }),
    );
  });

  it('of the fifth paste before are gone', async () => {
    const id = await pasteCredentials();
    for (let more = 0; more < 4; more++) await pasteCredentials();
    expect(() => pasted.into({ draft: profile, pasted: id })).toThrow(
      expect.objectContaining({ code: 'config.secrets_invalid' }),
    );
  });
});
