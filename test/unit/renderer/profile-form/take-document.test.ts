import { beforeEach, describe, expect, it } from 'vitest';
import { describeSystems } from '../../../../main/systems/registry.ts';
import type { ToastRequest } from '../../../../renderer/state/toast-request.ts';
import { createFormController } from '../../../../renderer/views/profile-form/form-controller.ts';
import type { FormController } from '../../../../renderer/views/profile-form/form-controller.ts';
import { createDocumentTaker } from '../../../../renderer/views/profile-form/take-document.ts';
import type { DocumentTaker } from '../../../../renderer/views/profile-form/take-document.ts';
import { FakeClock, settle } from '../../../fixtures/fake-clock.ts';
import { FakeApi, ok } from '../fake-api.ts';

const systems = describeSystems();
const key = JSON.stringify({ kty: 'RSA', d: 'CANARY' });
const account = { clientId: 'id-1', password: ' secret-CANARY ', authenticationUrl: 'https://id.example.com' };

let api: FakeApi;
let form: FormController;
let toasts: ToastRequest[];
let wantsKey: boolean;
let filled: number;
let taker: DocumentTaker;
beforeEach(() => {
  api = new FakeApi().will('profiles.validate', ok({ issues: [] }));
  form = createFormController({ api: api.api, clock: new FakeClock(), systems, stored: null });
  toasts = [];
  wantsKey = false;
  filled = 0;
  taker = createDocumentTaker({
    api: api.api,
    form,
    toasts: { show: (toast) => void toasts.push(toast) },
    wantsKey: () => wantsKey,
    filled: () => void filled++,
  });
});

const secrets = () => form.state.get().secrets;

describe('a private key', () => {
  it('goes into the field that wants one', () => {
    wantsKey = true;
    expect(taker.paste(key)).toBe(true);
    expect(secrets()).toEqual({ privateKeyJwk: key });
  });

  it('is pasted as usual where none is wanted', () => {
    expect(taker.paste(key)).toBe(false);
    expect(secrets()).toEqual({});
  });

  it('that is dropped where none is wanted is refused in words', () => {
    taker.drop(key);
    expect(secrets()).toEqual({});
    expect(toasts).toMatchObject([{ kind: 'failed' }]);
    expect(JSON.stringify(toasts)).not.toContain('CANARY');
  });

  it('may be any file where one is wanted: main says what it is instead', () => {
    wantsKey = true;
    taker.drop('-----BEGIN CANARY-----');
    expect(secrets()).toEqual({ privateKeyJwk: '-----BEGIN CANARY-----' });
  });
});

describe('a profile', () => {
  it('fills the form', () => {
    taker.drop(JSON.stringify({ name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme' }));
    expect(form.state.get().values).toMatchObject({ system: 'isc', texts: { tenant: 'acme' } });
    expect(filled).toBe(1);
  });
});

describe("a vendor's file", () => {
  it('fills the form with what main makes of it, and its secret stays in the window', async () => {
    const draft = { system: 'netfoundry', auth: 'client_credentials', clientId: 'id-1' };
    api.will('profiles.readCredentials', ok({ draft, secrets: { clientSecret: 'password' } }));
    expect(taker.paste(JSON.stringify(account))).toBe(true);
    await settle();
    expect(form.state.get().values).toMatchObject({ system: 'netfoundry', texts: { clientId: 'id-1' } });
    expect(secrets()).toEqual({ clientSecret: 'secret-CANARY' });
  });

  it('that nobody knows changes nothing', async () => {
    api.will('profiles.readCredentials', ok(null));
    taker.drop(JSON.stringify(account));
    await settle();
    expect(filled).toBe(0);
    expect(toasts).toMatchObject([{ kind: 'failed' }]);
  });
});
