/** Adding and editing profiles in the window, answered by the application's own checks. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { TokentrayError } from '../../../main/errors.ts';
import type { CallName } from '../../../preload/contract.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { FormApplication } from '../../fixtures/form-application.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const secret = 'secret-CANARY-typed';
const draft = { name: 'acme-new', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id-1' };

let application: FormApplication;
beforeEach(async () => void (application = await new FormApplication().toPresent()));

type Answer = (name: CallName, input: unknown) => unknown;

async function openForm(answer: Answer = application.answer): Promise<OpenedWindow> {
  const shown = await open({ script: scriptWith(Date.now(), [viewOf('other', Date.now())]), answer });
  await shown.page.getByRole('button', { name: 'Add a tenant' }).click();
  return shown;
}

/** Of the stored profile `acme`. */
async function openEdit(answer: Answer = application.answer): Promise<OpenedWindow> {
  const id = await application.add('acme');
  const shown = await open({ script: scriptWith(Date.now(), [{ ...viewOf('acme', Date.now()), id }]), answer });
  await shown.page.getByRole('button', { name: 'More', exact: true }).click();
  await shown.page.getByRole('menuitem', { name: 'Edit' }).click();
  await field(shown.page, 'Name').waitFor();
  return shown;
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
  await field(page, 'Name').fill(draft.name);
  await field(page, 'Tenant').fill(draft.tenant);
  await field(page, 'Client id').fill(draft.clientId);
  await field(page, 'Client secret').fill(secret);
}

const hasFocus = (page: Page, label: string) => field(page, label).and(page.locator(':focus')).count();

describe('while somebody types', () => {
  it('what is wrong is shown with what was meant, taken in one click', async () => {
    const { page } = await openForm();
    await fillIn(page);
    await field(page, 'Tenant').fill('acme.identitynow.com');
    await field(page, 'Name').focus();
    await page.getByText('Tenant is the host of the ISC user interface').waitFor();
    await button(page, 'Use acme').click();
    await page.getByText('Tenant is the host').waitFor({ state: 'detached' });
    expect(await field(page, 'Tenant').inputValue()).toBe('acme');
  });

  it('a field in which somebody still types is not called wrong, but once it was left', async () => {
    const { page, calls } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await field(page, 'Name').fill('Acme Prod');
    await expect.poll(async () => (await calls('profiles.validate')).length).toBe(1);
    expect(await page.locator('.control[data-invalid]').count()).toBe(0);
    await page.keyboard.press('Tab');
    await button(page, 'Use acme-prod').waitFor();
  });

  it('what is said of a field that is left by a click does not move away what is clicked', async () => {
    const { page, calls } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await field(page, 'Client secret').fill('x');
    await field(page, 'Tenant').fill('acme.identitynow.com');
    await expect.poll(async () => (await calls('profiles.validate')).length).toBeGreaterThan(0);
    await page.getByText('More options').hover();
    await page.mouse.down();
    await page.evaluate('new Promise(requestAnimationFrame)');
    await page.mouse.up();
    await page.getByText('Tenant is the host of the ISC user interface').waitFor();
    expect(await field(page, 'Label').isVisible()).toBe(true);
  });

  it('a field that nobody has touched is not called wrong', async () => {
    const { page, calls } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await field(page, 'Client id').fill('id-1');
    await expect.poll(async () => (await calls('profiles.validate')).length).toBeGreaterThan(0);
    expect(await page.locator('.control[data-invalid]').count()).toBe(0);
  });

  it('an answer that comes late does not take the place of a newer one', async () => {
    const late: (() => void)[] = [];
    const isOld = (input: unknown) => JSON.stringify(input).includes('Old Name');
    const { page } = await openForm((name, input) =>
      name === 'profiles.validate' && isOld(input)
        ? new Promise((resolve) => void late.push(() => resolve(application.answer(name, input))))
        : application.answer(name, input),
    );
    await fillIn(page);
    await field(page, 'Name').fill('Old Name');
    await expect.poll(() => late.length).toBe(1);
    await field(page, 'Name').fill('New Name');
    await field(page, 'Tenant').focus();
    await button(page, 'Use new-name').waitFor();
    for (const answer of late) answer();
    await page.evaluate('new Promise(requestAnimationFrame)');
    expect(await button(page, 'Use new-name').count()).toBe(1);
    expect(await button(page, 'Use old-name').count()).toBe(0);
  });
});

describe('a new profile', () => {
  it('is tested, then saved, with the draft and the secret sent once each time', async () => {
    const { page, calls } = await openForm();
    await fillIn(page);
    await button(page, 'Test').click();
    await page.getByText('It works: the token is valid until').waitFor();
    expect(application.storage.profiles.list()).toEqual([]);
    await button(page, 'Save').click();
    await page.getByText('acme-new is saved').first().waitFor();
    const sent = [{ input: { draft, secrets: { clientSecret: secret } } }];
    expect(await calls('profiles.test')).toMatchObject(sent);
    expect(await calls('profiles.save')).toMatchObject(sent);
    expect(await application.storedSecret('acme-new')).toBe(secret);
  });

  it('leaves no secret in the page once it is saved', async () => {
    const { page } = await openForm();
    await fillIn(page);
    await button(page, 'Save without test').click();
    await page.getByText('acme-new is saved').first().waitFor();
    await expect.poll(() => page.content()).not.toContain('CANARY-typed');
  });

  it('can be saved although the server refuses it, and says what it refused', async () => {
    application.tenant.outcomes = [new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client' } })];
    const { page } = await openForm();
    await fillIn(page);
    await button(page, 'Test').click();
    await page.getByRole('alert').getByText('invalid_client').waitFor();
    await button(page, 'Save anyway').click();
    await expect.poll(() => application.storage.profiles.list()).toHaveLength(1);
  });

  it('that is not right is sent nowhere: the first wrong field has the focus, and all are announced', async () => {
    const { page } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await button(page, 'Test').click();
    await page.getByRole('alert').getByText('4 fields need your attention').waitFor();
    expect(await hasFocus(page, 'Name')).toBe(1);
    await page.getByRole('alert').getByRole('button', { name: 'Client secret' }).click();
    expect(await hasFocus(page, 'Client secret')).toBe(1);
    expect(application.tenant.requests).toEqual([]);
  });

  it('is added with the keyboard alone', async () => {
    const { page } = await open({ script: scriptWith(Date.now(), []), answer: application.answer }).then(
      (shown) => shown,
    );
    await button(page, 'Add a tenant').focus();
    await page.keyboard.press('Enter');
    await page.locator('input[type=radio]:focus').waitFor();
    await page.keyboard.press('Enter');
    // Past the ways to a token, the environment, the button that looks the tenant up, and the pages of the client id.
    for (const text of [null, draft.name, null, draft.tenant, null, draft.clientId]) {
      await page.keyboard.press('Tab');
      if (text !== null) await page.keyboard.type(text);
    }
    await expect.poll(() => button(page, 'Open API Management').isEnabled()).toBe(true);
    for (const text of [null, null, secret]) {
      await page.keyboard.press('Tab');
      if (text !== null) await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
    await page.getByText('It works').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('acme-new is saved').first().waitFor();
    expect(await application.storedSecret('acme-new')).toBe(secret);
  });

  it('waits for a test only as long as somebody wants to', async () => {
    const { page, calls } = await openForm((name, input) =>
      name === 'profiles.test' ? new Promise(() => undefined) : application.answer(name, input),
    );
    await fillIn(page);
    await button(page, 'Test').click();
    await button(page, 'Testing').waitFor();
    await button(page, 'Stop waiting').click();
    await button(page, 'Test').click();
    await expect.poll(() => calls('profiles.test')).toHaveLength(2);
  });
});

it('a profile that cannot be stored for want of a keychain can be stored another way, without leaving the form', async () => {
  const failure = { code: 'storage.keychain_unavailable', what: 'There is no keychain.', next: 'Choose another way.' };
  let hasVault = false;
  const { page, calls } = await openForm((name, input) => {
    if (name === 'vault.changeMode') hasVault = true;
    if (name === 'vault.changeMode') return { ok: true, value: null };
    return name === 'profiles.save' && !hasVault ? { ok: false, failure } : application.answer(name, input);
  });
  await fillIn(page);
  await button(page, 'Save without test').click();
  await button(page, 'Choose how secrets are kept').click();
  await page.getByRole('radio', { name: 'With a passphrase' }).check();
  await field(page, 'Passphrase').fill('CANARY pass');
  await field(page, 'The same again').fill('CANARY pass');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await calls('profiles.test')).toEqual([]);
  await button(page, 'Save without test').click();
  await page.getByText('acme-new is saved').first().waitFor();
  expect(await application.storedSecret('acme-new')).toBe(secret);
});

describe('in a window at 200 %', () => {
  /** How far the focus reaches below the upper edge of the buttons at the foot, in CSS pixels. */
  const hidden = `document.activeElement.getBoundingClientRect().bottom
    - document.querySelector('.form-foot').getBoundingClientRect().top`;

  async function openLow(): Promise<Page> {
    const script = scriptWith(Date.now(), [viewOf('other', Date.now())]);
    const { page } = await open({ script, answer: application.answer, size: { width: 640, height: 400 } });
    await page.getByRole('button', { name: 'Add a tenant' }).click();
    await page.getByRole('radio', { name: 'OAuth 2.0' }).check();
    await page.getByRole('radio', { name: 'Sign in with the browser' }).check();
    return page;
  }

  it('the buttons at the foot hide no field that the keyboard walks to', async () => {
    const page = await openLow();
    await field(page, 'Name').focus();
    for (let steps = 0; steps < 8; steps += 1) {
      expect(await page.evaluate(hidden)).toBeLessThanOrEqual(0);
      await page.keyboard.press('Tab');
    }
  });

  it('what is said of the fields hides not the one that has the focus', async () => {
    const page = await openLow();
    await button(page, 'Save and sign in').click();
    await page.getByRole('alert').getByText('need your attention').waitFor();
    await field(page, 'Name').and(page.locator(':focus')).waitFor();
    await expect.poll(() => page.evaluate(hidden)).toBeLessThanOrEqual(0);
  });
});

it('nothing of the form stands out at the side of a window of 320 pixels', async () => {
  const script = scriptWith(Date.now(), []);
  const { page } = await open({ script, answer: application.answer, size: { width: 320, height: 800 } });
  await page.getByRole('button', { name: 'Add a tenant' }).click();
  await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
  await field(page, 'Name').waitFor();
  const content = "document.querySelector('.content')";
  expect(await page.evaluate(`${content}.scrollWidth <= ${content}.clientWidth`)).toBe(true);
});

describe('a secret', () => {
  it('is hidden until somebody wants to see it', async () => {
    const { page } = await openForm();
    await fillIn(page);
    expect(await field(page, 'Client secret').getAttribute('type')).toBe('password');
    expect(await field(page, 'Client secret').getAttribute('autocomplete')).toBe('new-password');
    await button(page, 'Show Client secret').click();
    expect(await field(page, 'Client secret').getAttribute('type')).toBe('text');
  });

  it('that is stored is kept when its field is left empty, and never shown', async () => {
    const { page } = await openEdit();
    expect(await field(page, 'Client secret').inputValue()).toBe('');
    await field(page, 'Client id').fill('id-2');
    await button(page, 'Save').click();
    await page.getByText('acme is saved').first().waitFor();
    expect(await application.storedSecret('acme')).toBe('secret-CANARY-1');
  });

  it('must be entered again for another host, and says so at once', async () => {
    const { page } = await openEdit();
    await field(page, 'Tenant').fill('globex');
    await page.getByText('Client secret must be entered again').waitFor();
    await button(page, 'Test').click();
    await page.getByRole('alert').getByText('One field needs your attention').waitFor();
    expect(application.tenant.requests).toEqual([]);
  });
});

describe('the page on which a credential is made', () => {
  it('can be opened once the tenant is right, and not before', async () => {
    const { page } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    expect(await button(page, 'Open Personal Access Tokens').isDisabled()).toBe(true);
    await field(page, 'Tenant').fill('acme');
    await button(page, 'Open Personal Access Tokens').click();
    await expect.poll(() => application.opened).toEqual(['isc credentials']);
  });

  it('is offered where the server refuses the credential', async () => {
    application.tenant.outcomes = [new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client' } })];
    const { page } = await openForm();
    await fillIn(page);
    await button(page, 'Test').click();
    await page.getByRole('alert').getByText('enter both here').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Open Personal Access Tokens' }).click();
    await expect.poll(() => application.opened).toEqual(['isc credentials']);
  });

  it('tells which tenant it is where somebody gives a vanity address', async () => {
    const { page } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await field(page, 'Tenant').fill('iga.acme.com');
    await field(page, 'Name').focus();
    await button(page, 'Open its session details').click();
    await expect.poll(() => application.opened).toEqual(['isc session']);
  });
});

it('the environment says what it changes', async () => {
  const { page } = await openForm();
  await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
  await page.getByRole('radio', { name: 'Production' }).check();
  await page.getByText('asks before its token is copied').waitFor();
  await fillIn(page);
  await button(page, 'Save without test').click();
  await page.getByText('acme-new is saved').first().waitFor();
  expect(application.storage.profiles.find('acme-new')?.profile.environment).toBe('production');
});

describe('leaving', () => {
  it('asks first when something would be lost, and goes on when it may be', async () => {
    const { page } = await openForm();
    await fillIn(page);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor();
    await button(page, 'Keep editing').click();
    expect(await field(page, 'Name').inputValue()).toBe(draft.name);
    await button(page, 'Settings').click();
    await button(page, 'Discard').click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await page.content()).not.toContain('CANARY-typed');
  });

  it('does not ask when nothing was entered', async () => {
    const { page } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'SailPoint ISC' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });
});
