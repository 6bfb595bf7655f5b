/** The list of profiles: what a change renders, what time costs, and how the keyboard walks through it. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { everyState, manyProfiles, scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const openWindow = useWindows();
const nowMs = Date.now();

const rowsOf = (page: Page) => page.getByRole('grid').getByRole('row');

async function open(options: Parameters<typeof openWindow>[0]): Promise<OpenedWindow> {
  const window = await openWindow(options);
  await rowsOf(window.page).first().waitFor();
  return window;
}

/** Ids of the rows in which anything changes from now on, but for the time that is written into them. */
async function watchRows(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(`
    globalThis.touchedRows = new Set();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const row = element?.closest('.row');
        if (row && !element.closest('.row-left, .row-until, .life-ring')) touchedRows.add(row.dataset.id);
      }
    }).observe(document.querySelector('.grid'), { subtree: true, childList: true, characterData: true, attributes: true });
  `);
  return () => page.evaluate<readonly string[]>('[...touchedRows]');
}

/** Counts every change in the page from now on. */
async function countChanges(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(`
    globalThis.changeCount = 0;
    new MutationObserver((changes) => { changeCount += changes.length; })
      .observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
  `);
  return () => page.evaluate<number>('changeCount');
}

const focusedName = (page: Page) => page.evaluate<string>(`document.activeElement.closest('.row')?.dataset.id ?? ''`);

describe('a change of one profile', () => {
  it('reaches its row, and only its row', async () => {
    const { page, emit } = await open({
      script: scriptWith(nowMs, manyProfiles(60, nowMs)),
      size: { width: 420, height: 900 },
    });
    const touched = await watchRows(page);
    const stopped = { activity: 'stopped', appearance: 'attention' } as const;
    await emit('profiles.changed', { changed: [viewOf('tenant-0003', nowMs, stopped)], removedIds: [] });
    await page.getByText('Valid, not renewed any more').waitFor();
    expect(await touched()).toEqual(['id-tenant-0003']);
  });

  it('takes a removed profile out of the list', async () => {
    const { page, emit } = await open({
      script: scriptWith(nowMs, everyState(nowMs)),
      size: { width: 420, height: 900 },
    });
    await emit('profiles.changed', { changed: [], removedIds: ['id-aic-dev'] });
    await expect.poll(() => page.getByText('aic-dev').count()).toBe(0);
  });
});

describe('the passing of time', () => {
  it('counts down without rendering a row', async () => {
    const { page } = await open({
      script: scriptWith(nowMs, manyProfiles(60, nowMs)),
      size: { width: 420, height: 900 },
    });
    const left = page.locator('.row-left').nth(2);
    const before = await left.textContent();
    const touched = await watchRows(page);
    await expect.poll(() => left.textContent(), { timeout: 5_000 }).not.toBe(before);
    expect(await touched()).toEqual([]);
  });

  it('changes nothing while the window is hidden, and catches up when it shows again', async () => {
    const { page } = await open({ script: scriptWith(nowMs, manyProfiles(60, nowMs)) });
    await setVisible(page, false);
    const changes = await countChanges(page);
    await page.waitForTimeout(2_500);
    const whileHidden = await changes();
    await setVisible(page, true);
    await expect.poll(changes, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(whileHidden).toBe(0);
  });

  it('sets no timer while the window is hidden', async () => {
    const { page } = await open({ script: scriptWith(nowMs, manyProfiles(60, nowMs)) });
    await setVisible(page, false);
    await page.evaluate(`
      globalThis.timerCount = 0;
      for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
        const real = globalThis[name].bind(globalThis);
        globalThis[name] = (...parts) => { timerCount += 1; return real(...parts); };
      }
    `);
    await page.waitForTimeout(2_500);
    expect(await page.evaluate('timerCount')).toBe(0);
  });
});

describe('a thousand profiles', () => {
  it('are in the document only as far as they can be seen', async () => {
    const { page } = await open({ script: scriptWith(nowMs, manyProfiles(1_000, nowMs)) });
    expect(await rowsOf(page).count()).toBeLessThan(40);
  });

  it('tell a screen reader how many they are', async () => {
    const { page } = await open({ script: scriptWith(nowMs, manyProfiles(1_000, nowMs)) });
    expect(await page.getByRole('grid', { name: 'Profiles' }).getAttribute('aria-rowcount')).toBe('1000');
  });

  it('can be walked through to the last with the keyboard', async () => {
    const { page } = await open({ script: scriptWith(nowMs, manyProfiles(1_000, nowMs)) });
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    expect(await focusedName(page)).toBe('id-tenant-1000');
  });

  it('keep the focus on a row that is scrolled out of sight', async () => {
    const { page } = await open({ script: scriptWith(nowMs, manyProfiles(1_000, nowMs)) });
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.evaluate(`document.querySelector('.grid').scrollTop = 30_000`);
    await page.locator('[data-id="id-tenant-0450"]').waitFor();
    expect(await focusedName(page)).toBe('id-tenant-0002');
  });

  it('are narrowed while somebody types', async () => {
    const { page } = await open({ script: scriptWith(nowMs, manyProfiles(1_000, nowMs)) });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('0777');
    await expect.poll(() => rowsOf(page).count()).toBe(1);
  });
});

describe('what needs somebody', () => {
  it('is counted above the list, and shown alone on demand', async () => {
    const { page } = await open({ script: scriptWith(nowMs, everyState(nowMs)) });
    await page.getByRole('button', { name: '2 profiles need you' }).click();
    await expect.poll(() => rowsOf(page).count()).toBe(2);
  });
});

describe('the layout of a narrow window', () => {
  it.each([
    ['the list', async () => undefined],
    ['a profile', async (page: Page) => page.locator('[data-id="id-hooli-sign-in"] .row-main').click()],
  ])('has no horizontal scroll: %s', async (_, go) => {
    const { page } = await open({ script: scriptWith(nowMs, everyState(nowMs)), size: { width: 420, height: 760 } });
    await go(page);
    const wider = await page.evaluate<readonly string[]>(`
      [...document.querySelectorAll('body, main, .content, .grid, .list-pane, .content-inner')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map((element) => element.className)
    `);
    expect(wider).toEqual([]);
  });

  it('gives the profile the whole window, and leads back to its row', async () => {
    const { page } = await open({ script: scriptWith(nowMs, everyState(nowMs)), size: { width: 420, height: 760 } });
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Acme sandbox' }).waitFor();
    const listWhileOpen = await page.getByRole('grid').count();
    await page.keyboard.press('Escape');
    await page.getByRole('grid').waitFor();
    await expect.poll(() => focusedName(page)).toBe('id-acme-sandbox');
    expect(listWhileOpen).toBe(0);
  });

  it('leads from the profile to the search', async () => {
    const { page } = await open({ script: scriptWith(nowMs, everyState(nowMs)), size: { width: 420, height: 760 } });
    await rowsOf(page).first().click();
    await page.getByRole('heading', { name: 'Acme production' }).waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('globex');
    await expect.poll(() => rowsOf(page).count()).toBe(1);
  });
});

/** As the browser tells a page that its window was hidden. */
async function setVisible(page: Page, visible: boolean): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${visible ? 'visible' : 'hidden'}' });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}
