/** The quick switcher's own window: what it shows in each of its states, what the keys do, and that axe finds nothing in it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { AppState, ProfileView } from '../../../preload/views.ts';
import type { BridgeScript } from '../../fixtures/fake-bridge.ts';
import type { WindowOptions } from '../../fixtures/window-harness.ts';
import { everyState, refused, scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const nowMs = Date.now();
const openWindow = useWindows();
const size = { width: 560, height: 424 };

const unsigned = viewOf('due', nowMs, {
  auth: 'authorization_code',
  token: 'none',
  expiresAtMs: null,
  activity: 'sign-in-needed',
  appearance: 'attention',
});
const profiles = [...everyState(nowMs), unsigned];

interface Script {
  readonly of?: readonly ProfileView[];
  readonly over?: Partial<AppState>;
  readonly results?: BridgeScript['results'];
}

function open({ of = profiles, over = {}, results = {} }: Script = {}, more: Partial<WindowOptions> = {}) {
  return openWindow({ script: scriptWith(nowMs, of, over, results), page: 'switcher.html', size, ...more });
}

/** Of what has the focus. */
const focusedRole = (page: Page) =>
  page.evaluate<string>('document.activeElement.role ?? document.activeElement.textContent');
const first = (page: Page) => page.getByRole('option').first().waitFor();
const foot = (page: Page) => page.getByRole('listitem').allInnerTexts();
const copiedAs = (value: unknown): Script => ({ results: { 'profiles.copy': { ok: true, value } } });
const lock: AppState['lock'] = {
  kind: 'passphrase',
  failure: { code: 'storage.passphrase_needed', what: 'The secrets are sealed.', next: 'Enter the passphrase.' },
};

describe('the quick switcher', () => {
  it('has the caret in its field, and points at the row that Enter takes', async () => {
    const { page } = await open();
    await first(page);
    const field = page.getByRole('combobox', { name: 'Find a profile' });
    expect(await focusedRole(page)).toBe('combobox');
    const pointed = await field.getAttribute('aria-activedescendant');
    expect(await page.getByRole('option', { selected: true }).getAttribute('id')).toBe(pointed);
  });

  it('says how many there are of what was typed', async () => {
    const { page } = await open();
    await first(page);
    await page.keyboard.type('globex');
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/^\d+ profiles?$/);
    await page.keyboard.type('xyzzy');
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/^No profile matches/);
  });

  it('offers the sign-in in place of a copy where nobody is signed in', async () => {
    const { page, calls } = await open();
    await first(page);
    expect((await foot(page))[0]).toMatch(/Copy token/);
    await page.keyboard.type('due');
    await expect.poll(async () => (await foot(page))[0]).toMatch(/Sign in/);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await calls('signIns.open')).length).toBe(1);
    expect(await calls('profiles.copy')).toEqual([]);
  });

  it('shows a failure in place, and stays', async () => {
    const { page, calls } = await open({ results: { 'profiles.copy': { ok: false, failure: refused } } });
    await first(page);
    await page.keyboard.press('Enter');
    await page.getByText(refused.what).waitFor();
    await page.getByText(refused.next).waitFor();
    expect(await calls('switcher.hide')).toEqual([]);
  });

  it('gives the focus of a question to the button that copies nothing, and takes it back', async () => {
    const { page, calls } = await open(copiedAs({ outcome: 'production-guard', environment: 'production' }));
    await first(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedRole(page)).toBe('Cancel');
    await page.keyboard.press('Escape');
    await first(page);
    await expect.poll(() => focusedRole(page)).toBe('combobox');
    expect(await calls('switcher.hide')).toEqual([]);
  });

  it('copies what is pressed with the pointer, in the form of the keys that are held', async () => {
    const { page, calls } = await open();
    await first(page);
    await page.getByRole('option', { name: /^Acme sandbox/ }).click({ modifiers: ['Alt'] });
    await expect.poll(() => calls('profiles.copy')).toMatchObject([{ input: { id: 'id-acme-sandbox', as: 'curl' } }]);
  });

  it('leads to the window where that must be unlocked first', async () => {
    const { page, calls } = await open({ over: { lock } });
    await page.getByRole('button', { name: 'Unlock in the window' }).press('Enter');
    await expect.poll(() => calls('switcher.open')).toMatchObject([{ input: { view: 'list' } }]);
  });

  it('leads to the form where there is no profile yet', async () => {
    const { page, calls } = await open({ of: [] });
    await page.getByRole('button', { name: 'Add a tenant' }).press('Enter');
    await expect.poll(() => calls('switcher.open')).toMatchObject([{ input: { view: 'add' } }]);
  });

  it('shows the beginning of a thousand profiles, and finds the last one', async () => {
    const of = Array.from({ length: 1_000 }, (_, at) => viewOf(`tenant-${at}`, nowMs));
    const { page } = await open({ of });
    await first(page);
    await page.getByText(/^\d+ more\. Type on to find them\.$/).waitFor();
    await page.keyboard.type('999');
    await expect.poll(() => page.getByRole('option', { selected: true }).innerText()).toMatch(/^ISC\s+tenant-999/);
  });
});

interface State extends Script {
  readonly name: string;
  readonly go?: (page: Page) => Promise<unknown>;
}

const typed = (letters: string) => (page: Page) => first(page).then(() => page.keyboard.type(letters));

const states: readonly State[] = [
  { name: 'profiles in every state', go: first },
  { name: 'a search', go: typed('ac') },
  { name: 'a search that finds nothing', go: typed('xyzzyq') },
  { name: 'a failure', results: { 'profiles.copy': { ok: false, failure: refused } }, go: pressEnter },
  {
    name: 'the guard of production',
    ...copiedAs({ outcome: 'production-guard', environment: 'production' }),
    go: pressEnter,
  },
  {
    name: 'the question whose token it is',
    ...copiedAs({ outcome: 'unexpected-identity', expected: { user: 'jane', org: 'acme' }, actual: { user: 'bob' } }),
    go: pressEnter,
  },
  { name: 'a lock', over: { lock } },
  { name: 'no profiles', of: [] },
];

async function pressEnter(page: Page): Promise<void> {
  await first(page);
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').or(page.locator('[data-tone="bad"].switcher-notice')).first().waitFor();
}

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(states)('axe finds nothing: $name', async ({ go = async () => undefined, ...script }) => {
    const { page } = await open(script, { theme, reducedMotion: true });
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await go(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
