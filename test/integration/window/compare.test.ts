/** Two tokens side by side: choosing the other one, what is said of them, with the keyboard, and to axe. */
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { ProfileView } from '../../../preload/views.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { everyState, refused, scriptWith, toldBy, viewOf } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();
const few = scriptWith(nowMs, everyState(nowMs));

const production = {
  org: 'acme',
  user_name: 'jane.admin',
  authorities: ['API'],
  scope: ['sp:scopes:all'],
  pod: 'cook',
  exp: 1,
};
const sandbox = { ...production, org: 'acme-sb', authorities: ['API', 'ORG_ADMIN'], exp: 2 };

type Detail = typeof few.detail;

/** Of each profile by its name; the others tell nothing of their tokens. */
const details: Readonly<Record<string, Partial<Detail>>> = {
  'acme-prod': toldBy('isc', production),
  'acme-sandbox': toldBy('isc', sandbox),
};

function answer(name: string, input: unknown): unknown {
  if (name !== 'profiles.detail') return undefined;
  const { id } = input as { readonly id: string };
  const view = everyState(nowMs).find((profile) => profile.id === id);
  const told = details[view?.name ?? ''] ?? { claims: null, access: [] };
  return { ok: true, value: { ...few.detail, ...told, view } };
}

async function openComparison(theme: 'light' | 'dark' = 'light', width = 1_280): Promise<OpenedWindow> {
  const window = await open({ script: few, answer, theme, size: { width, height: 900 }, reducedMotion: true });
  const { page } = window;
  if (width < 600) await page.locator('[data-id="id-acme-prod"] .row-main').click();
  await page.getByRole('button', { name: 'Compare with another token' }).click();
  await page.getByRole('heading', { name: 'Compare Acme production', level: 1 }).waitFor();
  return window;
}

const combobox = (page: Page) => page.getByRole('combobox', { name: 'Compare with' });

/** Opens the list of the other profiles, and types. */
async function search(page: Page, text: string): Promise<void> {
  await combobox(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Compare with' }).getByRole('combobox').waitFor();
  await page.keyboard.type(text);
}
const section = (page: Page, name: string) => page.getByRole('region', { name });
const itemsOf = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('listitem');

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('a comparison', () => {
  it('is chosen by typing any part of name, system or environment, with the keyboard alone', async () => {
    const { page } = await openComparison();
    await search(page, 'isc sandbox');
    await expect
      .poll(() => page.getByRole('option').allTextContents())
      .toEqual([expect.stringContaining('acme-sandbox') as string]);
    await page.keyboard.press('Enter');
    await page.getByText('The tokens do not allow the same').waitFor();
    expect(await combobox(page).textContent()).toBe('acme-sandbox');
  });

  it('says which of them alone may do what, and what both may', async () => {
    const { page } = await openComparison();
    await page.getByRole('button', { name: 'acme-sandbox', exact: true }).click();
    await page.getByRole('status').getByText('acme-sandbox has 1 authority that acme-prod lacks.').waitFor();
    expect(await itemsOf(page, 'Only acme-sandbox (1)').allTextContents()).toEqual(['ORG_ADMIN Admin']);
    expect(await section(page, 'Scopes').getByText('No difference.').count()).toBe(1);
    await section(page, 'Authorities').getByText('Both (1)').click();
    expect(await itemsOf(page, 'Both (1)').allTextContents()).toContain('API ');
  });

  it('shows the claims that differ, and folds those that say nothing', async () => {
    const { page } = await openComparison();
    await page.getByRole('button', { name: 'acme-sandbox', exact: true }).click();
    const rows = page.getByRole('table', { name: 'Claims that differ' }).getByRole('row');
    await expect.poll(() => rows.allTextContents()).toHaveLength(2);
    expect(await rows.nth(1).getByRole('cell').allTextContents()).toEqual(['acme', 'acme-sb']);
    expect(await page.getByRole('table', { name: 'The same in both' }).count()).toBe(0);
    await page.getByText('The same in both (2)').click();
    await page.getByRole('table', { name: 'The same in both' }).getByText('cook').first().waitFor();
  });

  it('can be looked at from the other side, and leads back to the profile', async () => {
    const { page } = await openComparison();
    await page.getByRole('button', { name: 'acme-sandbox', exact: true }).click();
    await page.getByRole('button', { name: 'Switch sides' }).click();
    await page.getByRole('heading', { name: 'Compare Acme sandbox', level: 1 }).waitFor();
    expect(await combobox(page).textContent()).toBe('acme-prod');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Acme production', level: 1 }).waitFor();
  });

  it('does not take the silence of an opaque token for permission', async () => {
    const { page } = await openComparison();
    await search(page, 'keycloak');
    await page.keyboard.press('Enter');
    await page.getByText('Nobody says what the token of keycloak.local allows').waitFor();
    expect(await section(page, 'Authorities').getByText('Not said').count()).toBe(1);
  });

  it('says so when nothing fits what was typed', async () => {
    const { page } = await openComparison();
    await search(page, 'no such tenant');
    await expect.poll(() => page.getByText('No profile fits that.').count()).toBe(1);
  });

  it('says what went wrong when a profile cannot be read', async () => {
    const window = await open({
      script: few,
      answer: (name, input) => {
        const { id } = (input ?? {}) as { readonly id?: string };
        return name === 'profiles.detail' && id === 'id-acme-sandbox' ? { ok: false, failure: refused } : undefined;
      },
    });
    await window.page.getByRole('button', { name: 'Compare with another token' }).click();
    await window.page.getByRole('button', { name: 'acme-sandbox', exact: true }).click();
    await expect.poll(() => window.page.getByRole('alert').getByText(refused.what).count()).toBe(1);
  });

  it('follows what happens to either of them', async () => {
    const { page, emit } = await openComparison();
    await page.getByRole('button', { name: 'acme-sandbox', exact: true }).click();
    await page.getByText('The tokens do not allow the same').waitFor();
    const changed: ProfileView = { ...viewOf('acme-sandbox', nowMs), token: 'none', expiresAtMs: null };
    await emit('profiles.changed', { changed: [changed], removedIds: [] });
    await page.getByText('There is no token of acme-sandbox yet').waitFor();
    await emit('profiles.changed', { changed: [], removedIds: ['id-acme-sandbox'] });
    await expect.poll(() => page.getByRole('table').count()).toBe(0);
  });

  it('has nobody to compare with where there is one profile', async () => {
    const { page } = await open({ script: scriptWith(nowMs, [viewOf('alone', nowMs)]) });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Compare with another token' }).click();
    await page.getByText('There is no other profile yet').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

describe.each([
  ['light', 1_280],
  ['dark', 800],
  ['light', 420],
  ['dark', 420],
] as const)('in %s, %i wide', (theme, width) => {
  it('axe finds nothing before, while and after the other one is chosen, and nothing stands out at the side', async () => {
    const { page } = await openComparison(theme, width);
    expect(await findings(page)).toEqual([]);
    await search(page, 'sandbox');
    await page.getByRole('option').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Claims that differ' }).waitFor();
    await page.getByText('The same in both (2)').click();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
