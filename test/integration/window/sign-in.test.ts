/** What a person sees and can do while a sign-in is needed, under way, or over. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { ProfileView, SignInView } from '../../../preload/views.ts';
import { everySignIn, refused, scriptWith, signInViewOf, viewOf } from '../../fixtures/window-states.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();
const signIns = new Map(everySignIn(nowMs));
const signInOf = (name: string): SignInView => signIns.get(name) ?? { id: '', kind: 'cancelled' };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const card = (page: Page) => page.getByRole('region', { name: 'Sign-in' });
const dueFrom = (over: Partial<ProfileView> = {}) => ({ ...signInViewOf('hooli', nowMs, null), ...over });

/** The names of the calls about sign-ins so far. */
async function asked({ calls }: OpenedWindow): Promise<readonly string[]> {
  return (await calls()).map(({ name }) => name).filter((name) => name.startsWith('signIns.'));
}

const become = ({ emit }: OpenedWindow, profile: ProfileView) =>
  emit('profiles.changed', { changed: [profile], removedIds: [] });

describe('a profile that waits for a person', () => {
  it('asks for nothing by itself', async () => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom()]) });
    await card(window.page).waitFor();
    await become(window, dueFrom({ signIn: signInOf('in the browser') }));
    await card(window.page).getByText('Finish in your browser').waitFor();
    expect(await asked(window)).toEqual([]);
  });

  it('is signed in to by the button that says so, and the focus stays at its place', async () => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom()]) });
    const { page } = window;
    await card(page).getByRole('button', { name: 'Sign in', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await asked(window)).toEqual(['signIns.open']);
    await become(window, dueFrom({ signIn: signInOf('in the browser') }));
    await button(page, 'Open the page').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Open the page');
  });

  it('shows a code before it opens anything', async () => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom({ auth: 'device_code' })]) });
    await card(window.page).getByRole('button', { name: 'Get a code' }).click();
    expect(await asked(window)).toEqual(['signIns.start']);
  });

  it('can be signed in to from its row', async () => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom(), viewOf('acme', nowMs, { isDefault: true })]) });
    await window.page.locator('[data-id="id-hooli"]').hover();
    await button(window.page, 'Sign in to hooli').click();
    await window.page.getByRole('heading', { name: 'hooli', level: 1 }).waitFor();
    expect(await asked(window)).toEqual(['signIns.open']);
  });
});

describe('while a sign-in is under way', () => {
  it.each([
    ['in the browser', 'Copy link', 'signIns.copyLink'],
    ['in the browser', 'Cancel', 'signIns.cancel'],
    ['behind another one', 'Cancel', 'signIns.cancel'],
    ['with a code', 'Copy code', 'signIns.copyCode'],
    ['with a code', 'Open the page', 'signIns.open'],
    ['of somebody else', 'Use it', 'signIns.accept'],
    ['of somebody else', 'Do not use it', 'signIns.cancel'],
  ])('%s: %s', async (state, label, call) => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom({ signIn: signInOf(state) })]) });
    await card(window.page).getByRole('button', { name: label, exact: true }).click();
    expect(await asked(window)).toEqual([call]);
  });

  it('an address that does not belong to it is refused at its field, and can be corrected', async () => {
    const script = scriptWith(nowMs, [dueFrom({ signIn: signInOf('with an address to paste') })]);
    const window = await open({ script });
    const { page } = window;
    await window.answer('signIns.paste', { ok: false, failure: { ...refused, what: 'It belongs to another one.' } });
    const field = page.getByLabel('Address from the browser');
    await field.fill('https://app.example.com/code?code=CANARY&state=other');
    await page.keyboard.press('Enter');
    await page.locator('.field-error').getByText('It belongs to another one.').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('INPUT');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await window.answer('signIns.paste', { ok: true, value: null });
    await field.press('End');
    await field.pressSequentially('x');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('');
    expect(await page.locator('.field-error').count()).toBe(0);
  });
});

describe('after a sign-in', () => {
  it('the focus is at the title of the page when the button that had it is gone', async () => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom({ signIn: signInOf('in the browser') })]) });
    const { page } = window;
    await button(page, 'Open the page').focus();
    await become(window, viewOf('hooli', nowMs, { auth: 'authorization_code', isDefault: true }));
    await card(page).waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  it('the focus goes from Cancel to what can be done now', async () => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom({ signIn: signInOf('in the browser') })]) });
    const { page } = window;
    await card(page).getByRole('button', { name: 'Cancel' }).focus();
    await become(window, dueFrom());
    await card(page).getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Sign in');
  });

  it('a failure stays until it is read', async () => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom({ signIn: signInOf('that failed') })]) });
    const { page } = window;
    await card(page).getByText(refused.what).waitFor();
    await button(page, 'Dismiss').click();
    await card(page).getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    // The same end, told once more.
    await become(window, dueFrom({ signIn: signInOf('that failed'), isDefault: true }));
    await expect.poll(() => card(page).getByText(refused.what).count()).toBe(0);
  });

  it('says it wherever the person is', async () => {
    const window = await open({ script: scriptWith(nowMs, [dueFrom({ signIn: signInOf('in the browser') })]) });
    await button(window.page, 'Settings').click();
    await become(window, dueFrom({ signIn: { id: 'sign-in-1', kind: 'done', note: null }, activity: 'idle' }));
    expect(await window.page.getByText('You are signed in to hooli').count()).toBeGreaterThan(0);
  });
});

describe('several that are due', () => {
  const two = [dueFrom(), signInViewOf('initech', nowMs, null)];

  it('are offered together, and one alone is not', async () => {
    const window = await open({ script: scriptWith(nowMs, two) });
    await button(window.page, 'Sign in to all 2 due').click();
    expect(await asked(window)).toEqual(['signIns.openAll']);
    await become(window, viewOf('initech', nowMs, { auth: 'authorization_code' }));
    await expect.poll(() => button(window.page, 'Sign in to all 2 due').count()).toBe(0);
  });

  it('are counted without the one whose turn it is', async () => {
    const profiles = [dueFrom({ signIn: signInOf('in the browser') }), signInViewOf('initech', nowMs, null)];
    const { page } = await open({ script: scriptWith(nowMs, profiles, { isSigningInToAll: true }) });
    const words = page.getByRole('status').filter({ hasText: /^Signing in/ });
    await expect.poll(() => words.textContent()).toBe('Signing in to hooli, 1 more due');
  });

  it('can be stopped', async () => {
    const window = await open({ script: scriptWith(nowMs, two, { isSigningInToAll: true }) });
    await button(window.page, 'Stop').click();
    expect(await asked(window)).toEqual(['signIns.stopAll']);
  });

  it('do not count a linked profile, which needs what its source needs', async () => {
    const linked = { ...signInViewOf('nerm', nowMs, null), auth: 'linked', linkedTo: 'hooli' } as const;
    const { page } = await open({ script: scriptWith(nowMs, [dueFrom(), linked]) });
    await card(page).waitFor();
    expect(await page.getByRole('button', { name: /^Sign in to all/ }).count()).toBe(0);
  });
});

it.each([...signIns.keys()])('with little room nothing of it is cut off: %s', async (state) => {
  const script = scriptWith(nowMs, [dueFrom({ signIn: signIns.get(state) ?? null })], { isSigningInToAll: true });
  const { page } = await open({ script, size: { width: 420, height: 640 } });
  await page.locator('[data-id="id-hooli"] .row-main').click();
  await card(page).waitFor();
  expect(await page.evaluate('document.querySelector(".content").scrollWidth <= innerWidth')).toBe(true);
});
