import { beforeEach, describe, expect, it } from 'vitest';
import { describeSystems } from '../../../../main/systems/registry.ts';
import { createFormController } from '../../../../renderer/views/profile-form/form-controller.ts';
import type { FormController } from '../../../../renderer/views/profile-form/form-controller.ts';
import { looksUpBy } from '../../../../renderer/views/profile-form/look-up.ts';
import { FakeClock, settle } from '../../../fixtures/fake-clock.ts';
import { FakeApi, failed, ok } from '../fake-api.ts';

const issuer = 'https://id.example.com';
const token = `${issuer}/token`;
const draft = { system: 'oauth', auth: 'client_credentials', issuer };
const found = ok({ outcome: 'found', draft: { ...draft, endpoints: { token } }, notes: ['To know.'] });
const info = `${issuer}/.well-known/openid-configuration`;
const mismatch = { outcome: 'issuer-mismatch', expected: issuer, actual: `${issuer}/`, info };

let api: FakeApi;
let form: FormController;
beforeEach(() => {
  api = new FakeApi().will('profiles.validate', ok({ issues: [] }));
  form = createFormController({ api: api.api, clock: new FakeClock(), systems: describeSystems(), stored: null });
  form.chooseSystem('oauth');
  form.setText('issuer', issuer);
});

const state = () => form.state.get().lookUp;
const texts = () => form.state.get().values.texts;
const asked = () => api.calls.filter(({ name }) => name === 'profiles.discover').map(({ input }) => input);

describe('looking up', () => {
  it('fills in what was found, and says which fields that are', async () => {
    api.will('profiles.discover', found);
    await form.lookUp();
    expect(asked()).toEqual([{ draft }]);
    expect(texts()).toMatchObject({ issuer, 'endpoints.token': token });
    expect(state()).toEqual({ kind: 'found', paths: ['endpoints.token'], notes: ['To know.'] });
  });

  it('sends no secret', async () => {
    api.will('profiles.discover', found);
    form.setSecret('clientSecret', 'secret-CANARY');
    await form.lookUp();
    expect(JSON.stringify(asked())).not.toContain('CANARY');
    expect(form.state.get().secrets).toEqual({ clientSecret: 'secret-CANARY' });
  });

  it('ignores an answer about an issuer that is not entered any more', async () => {
    let answer: (value: unknown) => void = () => undefined;
    api.will('profiles.discover', new Promise((resolve) => void (answer = resolve)));
    const looking = form.lookUp();
    form.setText('issuer', 'https://other.example.com');
    answer(found);
    await looking;
    expect(state()).toEqual({ kind: 'idle' });
    expect(texts()).not.toHaveProperty(['endpoints.token']);
  });

  it('says why it failed, and shows what is wrong with a field at that field', async () => {
    const issues = [{ path: 'issuer', message: 'Must be an address.' }];
    api.will('profiles.discover', { ok: false, failure: { ...failed.failure, issues } });
    await form.lookUp();
    expect(state()).toMatchObject({ kind: 'failed' });
    expect(form.state.get()).toMatchObject({ issues });
    expect(form.state.get().touched.has('issuer')).toBe(true);
  });
});

describe('an issuer that differs', () => {
  it('fills in nothing', async () => {
    api.will('profiles.discover', ok(mismatch));
    await form.lookUp();
    expect(state()).toEqual({ kind: 'mismatch', reply: mismatch });
    expect(texts()).toEqual({ issuer });
  });

  it('is taken letter by letter, with the address at which it stands, and looked up again', async () => {
    api.will('profiles.discover', ok(mismatch), found);
    await form.lookUp();
    await form.takeIssuer(mismatch.actual, info);
    await settle();
    expect(asked()[1]).toEqual({ draft: { ...draft, issuer: `${issuer}/`, endpoints: { info } } });
    expect(state()).toMatchObject({ kind: 'found' });
  });
});

it.each([
  ['oauth', 'authorization_code', 'issuer'],
  ['oauth', 'api_key', undefined],
  ['oauth', 'linked', undefined],
  ['isc', 'authorization_code', 'tenant'],
  ['nerm', 'linked', undefined],
  [null, null, undefined],
])('%s with %s looks up by %s', (system, auth, path) => {
  expect(looksUpBy(system, auth)).toBe(path);
});
