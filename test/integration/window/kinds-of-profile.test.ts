/** What a profile's page says differs with how its token is had; and what goes on in a form stays in reach. */
import { describe, expect, it } from 'vitest';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { scriptWith, signInViewOf, viewOf } from '../../fixtures/window-states.ts';
import { FormApplication } from '../../fixtures/form-application.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();

/** Of a profile whose token says nothing about itself. */
async function pageOf(profile: ProfileView, definition: Partial<ProfileDetail['definition']>) {
  const script = scriptWith(nowMs, [profile]);
  const { detail } = script;
  const own = { ...detail, claims: null, definition: { ...detail.definition, ...definition } };
  return (await open({ script: { ...script, detail: own } })).page;
}

describe('a profile with an API key', () => {
  const key = viewOf('key', nowMs, { auth: 'api_key', token: 'valid-expiry-unknown', expiresAtMs: null });

  it('speaks of the key, which nobody renews', async () => {
    const page = await pageOf(key, { auth: 'api_key' });
    await page.getByText('An API key says nothing about itself').waitFor();
    await page.getByRole('tab', { name: 'Connection' }).click();
    const words = await page.getByRole('tabpanel').innerText();
    expect(words).toContain('API key');
    expect(words).not.toContain('Renewal');
  });
});

describe('a profile that takes the token of another', () => {
  it('is renewed with that one', async () => {
    const page = await pageOf(viewOf('nerm', nowMs, { auth: 'linked', linkedTo: 'acme' }), {
      auth: 'linked',
      uses: 'acme',
    });
    await page.getByRole('tab', { name: 'Connection' }).click();
    expect(await page.getByRole('tabpanel').innerText()).toContain('Together with acme');
  });
});

describe('a profile without a token', () => {
  it.each([
    ['needs somebody who signs in', signInViewOf('hooli', nowMs, null), 'Sign in to get one.'],
    ['needs a refresh', viewOf('acme', nowMs, { token: 'none', expiresAtMs: null }), 'Refresh to get one.'],
  ])('%s', async (_what, profile, words) => {
    const page = await pageOf(profile, { auth: profile.auth });
    const panel = page.getByRole('tabpanel');
    await expect.poll(() => panel.innerText()).toContain(words);
  });
});

describe('a message', () => {
  it.each([420, 1_280])('covers no button of a form that is open, in a window of %i pixels', async (width) => {
    const { page } = await open({
      script: scriptWith(nowMs, []),
      answer: new FormApplication().answer,
      size: { width, height: 720 },
    });
    await page.getByRole('button', { name: 'Add a tenant' }).first().click();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    const test = page.getByRole('button', { name: 'Test', exact: true });
    await test.waitFor();
    await page.evaluate(`{
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['{"hello": 1}'], 'hello.json'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    await page.locator('.toast-title').getByText('Nothing in that can fill in the form').waitFor();
    await expect(test.click({ trial: true, timeout: 3_000 })).resolves.toBeUndefined();
  });
});

it('all tabs of a page are in one line of a narrow window', async () => {
  const script = scriptWith(nowMs, [viewOf('acme', nowMs)]);
  const { page } = await open({ script, size: { width: 420, height: 720 } });
  await page.locator('.row-main').first().click();
  await page.getByRole('tab').first().waitFor();
  const lines =
    "new Set([...document.querySelectorAll('[role=tab]')].map((tab) => tab.getBoundingClientRect().top)).size";
  expect(await page.evaluate(lines)).toBe(1);
});
