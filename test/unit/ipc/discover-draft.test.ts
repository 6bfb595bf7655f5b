import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { discoverDraft } from '../../../main/ipc/discover-draft.ts';
import type { Profile } from '../../../main/profiles/profile.ts';

const draft = { system: 'oauth', auth: 'authorization_code', issuer: 'https://id.example.com' };
const token = 'https://id.example.com/token';
const rfc8414 = 'https://id.example.com/.well-known/oauth-authorization-server';

/** Profiles that were to be completed. */
let asked: Profile[] = [];
const complete = async (profile: Profile) => {
  asked = [...asked, profile];
  return { profile: { ...profile, endpoints: { ...profile.endpoints, token } }, notes: ['Found it.'] };
};
const failing = (code: 'config.issuer_mismatch' | 'config.discovery_failed') => async () => {
  const [expected, actual] = ['https://id.example.com', 'https://id.example.com/'];
  throw new TokentrayError(code, { data: { expected, actual, url: rfc8414 } });
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: TokentrayError) => error.code,
  );

describe('looking up', () => {
  it('fills in what was found, and says it', async () => {
    await expect(discoverDraft(complete, draft)).resolves.toEqual({
      outcome: 'found',
      draft: { ...draft, endpoints: { token } },
      notes: ['Found it.'],
    });
  });

  it('neither needs nor makes up a name', async () => {
    const reply = await discoverDraft(complete, { ...draft, name: 'Not A Name' });
    expect(reply).toMatchObject({ draft: { name: 'Not A Name' } });
    expect(await discoverDraft(complete, draft)).not.toHaveProperty('draft.name');
  });

  it('is not kept from it by what is wrong elsewhere, and leaves that as it is', async () => {
    const reply = await discoverDraft(complete, { ...draft, tags: 'emea', unknown: 1 });
    expect(reply).toMatchObject({ outcome: 'found', draft: { tags: 'emea', unknown: 1 } });
  });

  it('sends nothing for an issuer that is none', async () => {
    asked = [];
    expect(await codeOf(discoverDraft(complete, { ...draft, issuer: 'id.example.com' }))).toBe(
      'config.profile_invalid',
    );
    expect(asked).toEqual([]);
  });

  it('shows two issuers that differ side by side, with the address at which the other one stands', async () => {
    await expect(discoverDraft(failing('config.issuer_mismatch'), draft)).resolves.toEqual({
      outcome: 'issuer-mismatch',
      expected: 'https://id.example.com',
      actual: 'https://id.example.com/',
      info: rfc8414,
    });
  });

  it('fails where there is nothing', async () => {
    expect(await codeOf(discoverDraft(failing('config.discovery_failed'), draft))).toBe('config.discovery_failed');
  });
});
