/** Who a token is for stands beside the sealed token, and goes with it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { profileNamed, tokenRecord } from '../fixtures/agent-ports.ts';
import { Workplace } from '../fixtures/disk-storage.ts';

const origin = 'https://acme.api.identitynow.com';
const identity = { user: 'jane.admin', org: 'acme', pod: 'cook' };

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.clean());

async function insert(storage: ReturnType<Workplace['storage']>): Promise<string> {
  const token = { record: tokenRecord({ identity }), origin };
  const [stored] = await storage.profiles.insert([{ profile: profileNamed('acme'), token }]);
  return stored?.id ?? '';
}

it('is known to the next process, without opening the vault', async () => {
  const first = place.storage();
  const id = await insert(first);
  first.close();
  expect(place.storage().tokens.facts(id)).toMatchObject({ identity });
});

it('is replaced by that of the next token, also where that names nobody', async () => {
  const storage = place.storage();
  const id = await insert(storage);
  await storage.profiles.update(id, 1, { token: { record: tokenRecord({ identity: { org: 'acme' } }), origin } });
  expect(storage.tokens.facts(id)?.identity).toEqual({ org: 'acme' });
  await storage.profiles.update(id, 2, { token: { record: tokenRecord(), origin } });
  expect(storage.tokens.facts(id)).not.toHaveProperty('identity');
});
