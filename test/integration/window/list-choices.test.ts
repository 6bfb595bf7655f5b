/** Searching, filtering, grouping, sorting and pinning in the list, and the time axis above it. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { everyState, manyProfiles, plainListView, scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const openWindow = useWindows();
const nowMs = Date.now();
const narrow = { width: 420, height: 900 };

const rowsOf = (page: Page) => page.getByRole('grid').getByRole('row');
const idsOf = (page: Page) => page.locator('.row').evaluateAll((rows) => rows.map((row) => row.dataset['id']));

async function open(options: Parameters<typeof openWindow>[0]): Promise<OpenedWindow> {
  const window = await openWindow({ size: narrow, ...options });
  await rowsOf(window.page).first().waitFor();
  return window;
}

const some = [
  viewOf('alpha', nowMs, { environment: 'production', tags: ['emea'], lastUsedAtMs: nowMs - 9_000 }),
  viewOf('beta', nowMs, { environment: 'sandbox', expiresAtMs: nowMs + 90_000, system: 'aic', systemLabel: 'AIC' }),
  viewOf('gamma', nowMs, { tags: ['apac'], lastUsedAtMs: nowMs - 1_000 }),
];

describe('the search', () => {
  it('forgives a slip, and puts what fits best first', async () => {
    const { page } = await open({ script: scriptWith(nowMs, everyState(nowMs)) });
    await page.keyboard.press('/');
    await page.keyboard.type('globx');
    await expect.poll(() => idsOf(page)).toEqual(['id-globex-prod']);
    await page.getByRole('searchbox').fill('prod');
    await expect.poll(() => idsOf(page)).toEqual(['id-acme-prod', 'id-globex-prod']);
  });

  it('opens the first with Enter', async () => {
    const { page } = await open({ script: scriptWith(nowMs, everyState(nowMs)) });
    await page.keyboard.press('/');
    await page.keyboard.type('globex');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('heading', { name: 'globex-prod' }).count()).toBe(1);
  });

  it('that finds nothing says so, and leads back', async () => {
    const { page } = await open({ script: scriptWith(nowMs, some) });
    await page.keyboard.press('/');
    await page.keyboard.type('zzzz');
    await page.getByText('No profile matches “zzzz”.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => rowsOf(page).count()).toBe(3);
  });
});

describe('a filter', () => {
  it('is chosen with the number of profiles for each value, shows as a chip, and is kept', async () => {
    const { page, calls } = await open({ script: scriptWith(nowMs, some) });
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Production 1' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => idsOf(page)).toEqual(['id-alpha']);
    await page.getByText('1 of 3 profiles').waitFor();
    expect((await calls('app.setListView')).at(-1)?.input).toEqual({ ...plainListView, environments: ['production'] });
    await page.getByRole('button', { name: 'Remove the filter Production' }).click();
    await expect.poll(() => rowsOf(page).count()).toBe(3);
  });

  it('that was kept holds from the start, and is named where it hides everything', async () => {
    const listView = { ...plainListView, tags: ['gone'] };
    const { page } = await openWindow({ script: scriptWith(nowMs, some, { listView }), size: narrow });
    await page.getByText('No profile passes the filters.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => rowsOf(page).count()).toBe(3);
  });

  it('can be operated with the keyboard alone', async () => {
    const { page } = await open({ script: scriptWith(nowMs, some) });
    await page.keyboard.press('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.type('sandb');
    await page.keyboard.press('Enter');
    await expect.poll(() => idsOf(page)).toEqual(['id-beta']);
  });
});

describe('the order', () => {
  it('is chosen, and kept', async () => {
    const { page, calls } = await open({ script: scriptWith(nowMs, some) });
    await page.getByRole('button', { name: 'Group and sort' }).click();
    await page.getByRole('menuitemradio', { name: 'Expires next' }).click();
    await expect.poll(() => idsOf(page)).toEqual(['id-beta', 'id-alpha', 'id-gamma']);
    await page.getByRole('menuitemradio', { name: 'Recently used' }).click();
    await expect.poll(() => idsOf(page)).toEqual(['id-gamma', 'id-alpha', 'id-beta']);
    expect((await calls('app.setListView')).at(-1)?.input).toMatchObject({ sort: 'used' });
  });

  it('begins with what is pinned', async () => {
    const { page, emit, calls } = await open({ script: scriptWith(nowMs, some) });
    await rowsOf(page).nth(2).hover();
    await page.getByRole('button', { name: 'Pin gamma' }).click();
    expect((await calls('profiles.setPinned')).at(-1)?.input).toEqual({ id: 'id-gamma', isPinned: true });
    await emit('profiles.changed', { changed: [viewOf('gamma', nowMs, { isPinned: true })], removedIds: [] });
    await expect.poll(() => idsOf(page)).toEqual(['id-gamma', 'id-alpha', 'id-beta']);
  });
});

describe('groups', () => {
  const grouped = (profiles: typeof some, group: 'system' | 'environment') =>
    scriptWith(nowMs, profiles, { listView: { ...plainListView, group } });

  it('have headings that are rows of the grid, with their number', async () => {
    const { page } = await open({ script: grouped(some, 'environment') });
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['Production1', 'Sandbox1', 'No environment1']);
    await page.getByRole('rowheader', { name: 'Sandbox, 1 profile' }).waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('6');
    expect(await page.locator('[data-id="id-beta"]').getAttribute('aria-rowindex')).toBe('4');
  });

  it('are passed over by the arrow keys', async () => {
    const { page } = await open({ script: grouped(some, 'environment') });
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(`document.activeElement.closest('.row')?.dataset.id`)).toBe('id-beta');
  });

  it('of a thousand profiles can be walked through to the last', async () => {
    const { page } = await open({ script: grouped([...manyProfiles(1_000, nowMs)], 'system') });
    expect(await rowsOf(page).count()).toBeLessThan(40);
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate(`document.activeElement.closest('.row')?.getAttribute('aria-rowindex')`))
      .toBe('1004');
  });
});

describe('the time axis', () => {
  it('names what comes next, and leads there', async () => {
    const { page } = await open({ script: scriptWith(nowMs, some) });
    const axis = page.getByRole('figure', { name: 'Tokens over time' });
    await axis.getByText(/^Next, beta expires at|^Next, beta is renewed at/).waitFor({ state: 'attached' });
    await axis.getByRole('button', { name: 'beta' }).click();
    await expect.poll(() => page.getByRole('heading', { name: 'beta' }).count()).toBe(1);
  });

  it('names the profile whose token the pointer is on, and opens it at a press', async () => {
    const { page } = await open({ script: scriptWith(nowMs, everyState(nowMs)) });
    const picture = page.locator('.timeline-picture');
    await picture.hover({ position: { x: 200, y: 3 } });
    await page.getByRole('figure').getByText('Stopped').waitFor();
    await picture.click({ position: { x: 200, y: 3 } });
    await expect.poll(() => page.getByRole('heading', { name: 'globex-prod' }).count()).toBe(1);
  });

  it('adds one stop to the Tab key, however many tokens it draws', async () => {
    const { page } = await open({ script: scriptWith(nowMs, manyProfiles(1_000, nowMs)) });
    expect(await page.locator('.timeline :is(button, a, [tabindex])').count()).toBe(1);
    expect(await page.locator('.timeline-picture *').count()).toBeLessThan(250);
  });

  it('can be put away', async () => {
    const { page, calls } = await open({ script: scriptWith(nowMs, some) });
    await page.getByRole('button', { name: 'Group and sort' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Show the time axis' }).click();
    await expect.poll(() => page.getByRole('figure').count()).toBe(0);
    expect((await calls('app.setListView')).at(-1)?.input).toMatchObject({ showsTimeline: false });
  });
});

describe('a row', () => {
  it('says what it waits for while somebody signs in, and not that a sign-in is needed', async () => {
    const signIn = { id: 's', kind: 'finishing' } as const;
    const failure = { code: 'auth.sign_in_needed', what: 'The profile acme needs you to sign in.', next: '' } as const;
    const acme = viewOf('acme', nowMs, { activity: 'sign-in-needed', appearance: 'attention', failure, signIn });
    const { page } = await open({ script: scriptWith(nowMs, [acme]) });
    const row = rowsOf(page).first();
    await row.getByText('Getting the token').waitFor();
    expect(await row.getByText('needs you to sign in').count()).toBe(0);
  });

  it('says whom the token is for and what it may do, and where it belongs in words', async () => {
    const acme = viewOf('acme', nowMs, { environment: 'production', scope: 'openid profile email' });
    const { page } = await open({ script: scriptWith(nowMs, [acme]) });
    expect(await rowsOf(page).first().innerText()).toMatch(/Prod\s.*jane\.admin at acme · openid \+2/s);
  });

  it('has a menu with all forms of its token, also by the secondary button', async () => {
    const { page, calls } = await open({ script: scriptWith(nowMs, some) });
    await rowsOf(page).nth(1).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'curl command' }).click();
    expect((await calls('profiles.copy')).at(-1)?.input).toMatchObject({ id: 'id-beta', as: 'curl' });
  });

  it('gives the focus back to the button that opened its menu', async () => {
    const { page } = await open({ script: scriptWith(nowMs, some) });
    const button = page.getByRole('button', { name: 'Options for beta' });
    await button.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: 'Options for beta' });
    await menu.getByRole('menuitem', { name: 'Pin', exact: true }).waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Options for beta');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
  });

  it('has a menu that is walked through with the arrow keys', async () => {
    const { page, calls } = await open({ script: scriptWith(nowMs, some) });
    await page.getByRole('button', { name: 'Options for beta' }).click();
    await page.getByRole('menuitem', { name: 'Pin', exact: true }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await calls('profiles.makeDefault')).at(0)?.input).toEqual({ id: 'id-beta' });
  });
});
