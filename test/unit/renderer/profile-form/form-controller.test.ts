import { beforeEach, describe, expect, it } from 'vitest';
import { describeSystems } from '../../../../main/systems/registry.ts';
import { createFormController } from '../../../../renderer/views/profile-form/form-controller.ts';
import type { FormController } from '../../../../renderer/views/profile-form/form-controller.ts';
import { FakeClock, settle } from '../../../fixtures/fake-clock.ts';
import { FakeApi, ok } from '../fake-api.ts';

const systems = describeSystems();
const definition = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id-1' };
const secret = 'secret-CANARY';
const reply = { expiresAtMs: 1, identity: null, scope: null, warnings: [] };
const saved = { id: 'id-acme', warnings: [] };
const issue = { path: 'tenant', message: 'Is wrong.' };
const wrong = { ok: false, failure: { code: 'config.profile_invalid', what: '', next: '', issues: [issue] } };
const refused = { ok: false, failure: { code: 'auth.refused', what: '', next: '' } };
const locked = { ok: false, failure: { code: 'storage.keychain_locked', what: '', next: '' } };

let clock: FakeClock;
let api: FakeApi;
beforeEach(() => {
  clock = new FakeClock();
  api = new FakeApi().will('profiles.validate', ok({ issues: [] }));
});

const createForm = (stored: { id: string; definition: typeof definition } | null = null) =>
  createFormController({ api: api.api, clock, systems, stored });
const editForm = () => createForm({ id: 'id-acme', definition });
const inputsOf = (name: string) => api.calls.filter((call) => call.name === name).map(({ input }) => input);

function fill(form: FormController): void {
  form.chooseSystem('isc');
  for (const path of ['name', 'tenant', 'clientId'] as const) form.setText(path, definition[path]);
  form.setSecret('clientSecret', secret);
}

describe('while it is typed', () => {
  it('the draft is checked once for all strokes between two pauses', async () => {
    const form = createForm();
    fill(form);
    await clock.advance(299);
    expect(api.calls).toEqual([]);
    await clock.advance(1);
    expect(inputsOf('profiles.validate')).toEqual([{ draft: definition, secrets: { clientSecret: secret } }]);
  });

  it('an answer that comes after a newer one is ignored', async () => {
    const answers: ((value: unknown) => void)[] = [];
    api.will('profiles.validate', ...[0, 1].map(() => new Promise((resolve) => void answers.push(resolve))));
    const form = createForm();
    form.setText('name', 'a');
    await clock.advance(300);
    form.setText('name', 'ab');
    await clock.advance(300);
    answers[1]?.(ok({ issues: [] }));
    await settle();
    answers[0]?.(ok({ issues: [issue] }));
    await settle();
    expect(form.state.get().issues).toEqual([]);
  });

  it('an answer to what is not entered any more is ignored', async () => {
    let answer: (value: unknown) => void = () => undefined;
    api.will('profiles.validate', new Promise((resolve) => void (answer = resolve)));
    const form = createForm();
    form.setText('name', 'a');
    await clock.advance(300);
    form.setText('name', 'ab');
    answer(ok({ issues: [issue] }));
    await settle();
    expect(form.state.get().issues).toEqual([]);
  });

  it('what a test found is not true any more', async () => {
    api.will('profiles.test', ok(reply));
    const form = createForm();
    fill(form);
    await form.test();
    expect(form.state.get().work).toEqual({ kind: 'passed', reply });
    form.setText('tenant', 'globex');
    expect(form.state.get().work).toEqual({ kind: 'idle' });
  });
});

describe('a test', () => {
  it('sends the draft and the secrets once', async () => {
    api.will('profiles.test', ok(reply));
    const form = createForm();
    fill(form);
    await Promise.all([form.test(), form.test()]);
    expect(inputsOf('profiles.test')).toEqual([{ draft: definition, secrets: { clientSecret: secret } }]);
  });

  it('of a stored profile leaves out secrets that were not typed', async () => {
    api.will('profiles.test', ok(reply));
    const form = editForm();
    await form.test();
    expect(inputsOf('profiles.test')).toEqual([{ id: 'id-acme', draft: definition }]);
  });

  it('that nobody waits for any more changes nothing', async () => {
    let answer: (value: unknown) => void = () => undefined;
    api.will('profiles.test', new Promise((resolve) => void (answer = resolve)));
    const form = createForm();
    fill(form);
    const test = form.test();
    form.cancel();
    answer(ok(reply));
    await test;
    expect(form.state.get().work).toEqual({ kind: 'idle' });
  });

  it('that is refused because of the draft shows every issue', async () => {
    api.will('profiles.test', wrong);
    const form = createForm();
    await form.test();
    expect(form.state.get()).toMatchObject({ issues: [issue], showsAll: true, refusals: 1 });
  });
});

describe('saving', () => {
  it('a new profile sends the draft and the secrets, and keeps none', async () => {
    api.will('profiles.save', ok(saved));
    const form = createForm();
    fill(form);
    await expect(form.save()).resolves.toEqual({ ...saved, name: 'acme' });
    expect(inputsOf('profiles.save')).toEqual([{ draft: definition, secrets: { clientSecret: secret } }]);
    expect(JSON.stringify(form.state.get())).not.toContain('CANARY');
  });

  it('an edit leaves it to main to try what changes the request', async () => {
    api.will('profiles.save', ok(saved));
    const form = editForm();
    form.setText('tenant', 'globex');
    await form.save();
    expect(inputsOf('profiles.save')).toEqual([{ id: 'id-acme', draft: { ...definition, tenant: 'globex' } }]);
  });

  it('an edit that was tested is not tried again', async () => {
    api.will('profiles.test', ok(reply)).will('profiles.save', ok(saved));
    const form = editForm();
    await form.test();
    await form.save();
    expect(inputsOf('profiles.save')).toEqual([{ id: 'id-acme', draft: definition, untested: true }]);
  });

  it('an edit that the server refused stores it all the same when it is asked a second time', async () => {
    api.will('profiles.save', refused, ok(saved));
    const form = editForm();
    await expect(form.save()).resolves.toBeUndefined();
    await form.save();
    expect(inputsOf('profiles.save')[1]).toMatchObject({ untested: true });
  });

  it('an edit that could not be stored is tried as before', async () => {
    api.will('profiles.save', locked, ok(saved));
    const form = editForm();
    await form.save();
    await form.save();
    expect(inputsOf('profiles.save')[1]).not.toHaveProperty('untested');
  });

  it('that fails keeps what was typed', async () => {
    api.will('profiles.save', locked);
    const form = createForm();
    fill(form);
    await form.save();
    expect(form.state.get().secrets).toEqual({ clientSecret: secret });
    expect(form.isDirty()).toBe(true);
  });

  it('lets nothing change meanwhile', async () => {
    let answer: (value: unknown) => void = () => undefined;
    api.will('profiles.save', new Promise((resolve) => void (answer = resolve)));
    const form = createForm();
    fill(form);
    const save = form.save();
    form.setText('name', 'other');
    answer(refused);
    await save;
    expect(form.state.get().values.texts['name']).toBe('acme');
  });
});

describe('there is something to lose', () => {
  it('once something is typed, and not before', () => {
    const form = createForm();
    form.chooseSystem('isc');
    expect(form.isDirty()).toBe(false);
    form.setText('name', 'a');
    expect(form.isDirty()).toBe(true);
    form.setText('name', '');
    expect(form.isDirty()).toBe(false);
  });

  it('when a secret was typed', () => {
    const form = editForm();
    expect(form.isDirty()).toBe(false);
    form.setSecret('clientSecret', secret);
    expect(form.isDirty()).toBe(true);
  });
});

it('a closed form has forgotten its secrets, and asks nothing any more', async () => {
  const form = createForm();
  fill(form);
  form.close();
  await clock.advance(1_000);
  expect(JSON.stringify(form.state.get())).not.toContain('CANARY');
  expect(api.calls).toEqual([]);
});

describe('what is wrong with a field', () => {
  it('is said once the field was changed and left', () => {
    const form = createForm();
    form.setText('tenant', 'acme.identitynow.com');
    expect(form.state.get().touched).toEqual(new Set());
    form.leave('tenant');
    expect(form.state.get().touched).toEqual(new Set(['tenant']));
  });

  it('is not said of what was entered since, before main has looked at it', async () => {
    const issues = [issue, { path: 'clientId', message: 'Is missing.' }];
    api.will('profiles.validate', ok({ issues }));
    const form = createForm();
    form.setText('name', 'acme');
    await clock.advance(300);
    form.setText('tenant', 'acme');
    form.leave('tenant');
    expect(form.state.get().issues).toEqual([issues[1]]);
  });

  it('stands while it is corrected, until main has looked at it', async () => {
    api.will('profiles.validate', ok({ issues: [issue] }));
    const form = createForm();
    form.setText('tenant', 'a b');
    form.leave('tenant');
    await clock.advance(300);
    form.setText('tenant', 'a');
    expect(form.state.get().issues).toEqual([issue]);
  });

  it('is not said of a field that somebody only passes', () => {
    const form = createForm();
    form.leave('tenant');
    expect(form.state.get().touched).toEqual(new Set());
  });
});

describe('the pages of the tenant', () => {
  const pages = [{ link: 'credentials', host: 'acme.identitynow.com' }];

  it('are those that main tells with what is wrong', async () => {
    api.will('profiles.validate', ok({ issues: [], pages }));
    const form = createForm();
    fill(form);
    await clock.advance(300);
    expect(form.state.get().pages).toEqual(pages);
  });

  it('are known of a stored profile before anything is changed', async () => {
    api.will('profiles.validate', ok({ issues: [], pages }));
    const form = editForm();
    await clock.advance(300);
    expect(form.state.get().pages).toEqual(pages);
  });

  it('are opened for the draft as it stands', async () => {
    const form = createForm();
    fill(form);
    await expect(form.openPage('credentials')).resolves.toBeNull();
    expect(inputsOf('profiles.openDraftLink')).toEqual([{ draft: definition, link: 'credentials' }]);
  });
});

const pasted = {
  outcome: 'draft',
  source: 'curl command',
  draft: definition,
  isPart: false,
  secrets: ['clientSecret'],
  pasted: 'paste-1',
  notes: [],
} as const;

describe('what is pasted', () => {
  it('fills the form, and its secrets are sent by the name under which main keeps them', async () => {
    const form = createForm();
    expect(form.takePasted(pasted)).toBe(true);
    await clock.advance(300);
    expect(form.state.get().pasted).toMatchObject({ filled: ['Name', 'Tenant', 'Client id', 'Client secret'] });
    expect(inputsOf('profiles.validate')).toEqual([{ draft: definition, pasted: 'paste-1' }]);
  });

  it('is something to lose, be it a secret alone', () => {
    const form = editForm();
    form.takePasted({ ...pasted, draft: {}, isPart: true });
    expect(form.isDirty()).toBe(true);
  });

  it('can be taken back, with what was typed before', () => {
    const form = createForm();
    form.setText('name', 'mine');
    form.takePasted(pasted);
    form.undoPasted();
    expect(form.state.get()).toMatchObject({ values: { texts: { name: 'mine' } }, pasted: null, secrets: {} });
  });

  it('leaves no complaint behind when an empty form is brought back', async () => {
    api.will('profiles.validate', ok({ issues: [issue], pages: [] }));
    const form = createForm();
    form.takePasted(pasted);
    await clock.advance(300);
    expect(form.state.get().issues).toEqual([issue]);
    form.undoPasted();
    await clock.advance(300);
    expect(form.state.get().issues).toEqual([]);
    expect(inputsOf('profiles.validate')).toHaveLength(1);
  });

  it('is wanted no more once the form is left, nor what was pasted before it', () => {
    const form = createForm();
    form.takePasted(pasted);
    form.takePasted({ ...pasted, pasted: 'paste-2' });
    form.close();
    expect(inputsOf('profiles.forgetPasted')).toEqual([{ pasted: 'paste-2' }, { pasted: 'paste-1' }]);
  });

  it('is wanted no more once it was taken back, but what was pasted before it is', () => {
    const form = createForm();
    form.takePasted(pasted);
    form.takePasted({ ...pasted, pasted: 'paste-2' });
    form.undoPasted();
    expect(inputsOf('profiles.forgetPasted')).toEqual([{ pasted: 'paste-2' }]);
    expect(form.state.get().pasted).toMatchObject({ id: 'paste-1' });
  });

  it('changes neither the name nor the system of a stored profile', () => {
    const form = editForm();
    expect(form.takePasted({ ...pasted, draft: { ...definition, name: 'other', clientId: 'id-2' } })).toBe(true);
    expect(form.state.get().values.texts).toMatchObject({ name: 'acme', clientId: 'id-2' });
    expect(form.takePasted({ ...pasted, draft: { system: 'netfoundry' } })).toBe(false);
    expect(form.state.get().values.system).toBe('isc');
  });
});
