import { beforeEach, describe, expect, it } from 'vitest';
import { describeSystems } from '../../../../main/systems/registry.ts';
import { createFormController } from '../../../../renderer/views/profile-form/form-controller.ts';
import type { FormController } from '../../../../renderer/views/profile-form/form-controller.ts';
import { looksLikeDocument, takeDocument } from '../../../../renderer/views/profile-form/take-document.ts';
import { FakeClock } from '../../../fixtures/fake-clock.ts';
import { FakeApi, ok } from '../fake-api.ts';

const systems = describeSystems();
const draft = { system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id-1' };
const reply = { outcome: 'draft', source: 'curl command', draft, isPart: false, secrets: [], pasted: null, notes: [] };
const key = {
  ...reply,
  source: 'private key (JWK)',
  draft: {},
  isPart: true,
  secrets: ['privateKeyJwk'],
  pasted: 'p-1',
};

let api: FakeApi;
let form: FormController;
beforeEach(() => {
  api = new FakeApi().will('profiles.validate', ok({ issues: [], pages: [] }));
  form = createFormController({ api: api.api, clock: new FakeClock(), systems, stored: null });
});

const take = (answer: unknown) => takeDocument(api.will('profiles.readPasted', answer).api, form, 'text-CANARY');
const forgotten = () => api.calls.filter(({ name }) => name === 'profiles.forgetPasted').map(({ input }) => input);

describe('a document', () => {
  it('fills the form with what main has found in it', async () => {
    expect(await take(ok(reply))).toEqual({ kind: 'filled' });
    expect(form.state.get().values).toMatchObject({ system: 'isc', texts: { tenant: 'acme' } });
  });

  it.each([
    ['that is of no known kind', ok(null), 'unknown'],
    ['that cannot be read', { ok: false, failure: { code: 'config.file_invalid', what: 'W.', next: 'N.' } }, 'unknown'],
    ['with nothing to use', ok({ outcome: 'nothing', source: 'curl command', problems: ['P.'] }), 'refused'],
    ['with several profiles', ok({ outcome: 'several', source: 'export', count: 3, importId: 'i-1' }), 'refused'],
  ])('%s changes nothing', async (_what, answer, kind) => {
    const before = form.state.get();
    const outcome = await take(answer);
    expect(outcome.kind).toBe(kind);
    expect(form.state.get()).toBe(before);
    expect(JSON.stringify(outcome)).not.toContain('CANARY');
  });

  it('with several profiles can go on to the import', async () => {
    const answer = ok({ outcome: 'several', source: 'export', count: 3, importId: 'i-1' });
    expect(await take(answer)).toMatchObject({ importId: 'i-1' });
  });
});

describe('a private key', () => {
  it('chooses a system that takes one where none is chosen', async () => {
    expect(await take(ok(key))).toEqual({ kind: 'filled' });
    expect(form.state.get().values).toMatchObject({ system: 'aic', auth: 'jwt_bearer' });
  });

  it('chooses the way to a token that takes one in the chosen system', async () => {
    form.chooseSystem('oauth');
    form.setText('issuer', 'https://id.example.com');
    await take(ok(key));
    expect(form.state.get().values).toMatchObject({ auth: 'jwt_bearer', texts: { issuer: 'https://id.example.com' } });
  });

  it('that the chosen system has no use for is refused, and main forgets it', async () => {
    form.chooseSystem('isc');
    expect(await take(ok(key))).toMatchObject({ kind: 'refused' });
    expect(forgotten()).toEqual([{ pasted: 'p-1' }]);
  });
});

describe('a part of a profile', () => {
  const info = { ...reply, source: 'answer of /oauth/info', isPart: true, draft: { system: 'isc', tenant: 'globex' } };

  it('goes over what was entered, and leaves the rest', async () => {
    form.chooseSystem('isc');
    form.setText('tenant', 'acme');
    form.setText('clientId', 'id-1');
    form.setSecret('clientSecret', 'secret-CANARY');
    await take(ok(info));
    expect(form.state.get().values.texts).toMatchObject({ tenant: 'globex', clientId: 'id-1' });
    expect(form.state.get().secrets).toEqual({ clientSecret: 'secret-CANARY' });
  });

  it('without secrets leaves those that were pasted before it', async () => {
    await take(ok({ ...reply, secrets: ['clientSecret'], pasted: 'p-1' }));
    await take(ok(info));
    expect(form.state.get().pasted).toMatchObject({ id: 'p-1', secrets: ['clientSecret'], filled: ['Tenant'] });
  });

  it('with a secret takes the place of the typed one', async () => {
    form.chooseSystem('isc');
    form.setSecret('clientSecret', 'secret-CANARY');
    await take(ok({ ...info, secrets: ['clientSecret'], pasted: 'p-1' }));
    expect(form.state.get().secrets).toEqual({});
  });
});

describe('text that looks like a document', () => {
  it.each(['{"kty":"RSA"}', ' [1]', "curl 'https://x'", '$ curl -X POST x', 'curl.exe x', 'a: 1\nb: 2'])(
    'is %j',
    (text) => {
      expect(looksLikeDocument(text)).toBe(true);
    },
  );

  it.each(['acme', 'https://acme.identitynow.com', 'curly', 'fr:am:* fr:idm:*', 'secret-CANARY\n'])(
    'is not %j, which somebody pastes into a field',
    (text) => {
      expect(looksLikeDocument(text)).toBe(false);
    },
  );
});
