/** Choosing several profiles, and what can be done with them together. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { manyProfiles, scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const openWindow = useWindows();
const nowMs = Date.now();
const signInNeeded = { auth: 'authorization_code', activity: 'sign-in-needed', appearance: 'attention' } as const;
const some = [
  viewOf('alpha', nowMs, { tags: ['emea'] }),
  viewOf('beta', nowMs, { tags: ['emea', 'core'] }),
  viewOf('gamma', nowMs, signInNeeded),
  viewOf('omega', nowMs),
];
const ids = ['id-alpha', 'id-beta', 'id-gamma'];
const done = { ok: true, value: { doneIds: ids, failed: [] } };

const row = (page: Page, name: string) => page.locator(`[data-id="id-${name}"] > .row-main`);
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected profiles' });

async function open(profiles = some): Promise<OpenedWindow> {
  const window = await openWindow({ script: scriptWith(nowMs, profiles), size: { width: 420, height: 900 } });
  await window.page.getByRole('grid').getByRole('row').first().waitFor();
  return window;
}

async function selectThree(page: Page): Promise<void> {
  await row(page, 'alpha').click({ modifiers: ['ControlOrMeta'] });
  await row(page, 'gamma').click({ modifiers: ['Shift'] });
  await bar(page).getByText('3 selected').waitFor();
}

describe('choosing', () => {
  it('adds one with Ctrl, and a range with Shift, and opens none', async () => {
    const { page } = await open();
    await selectThree(page);
    expect(await page.locator('.row[aria-selected="true"]').count()).toBe(3);
    expect(await page.getByRole('grid').count()).toBe(1);
    await row(page, 'beta').click({ modifiers: ['ControlOrMeta'] });
    await bar(page).getByText('2 selected').waitFor();
  });

  it('by the box in a row', async () => {
    const { page } = await open();
    await row(page, 'beta').hover();
    await page.getByRole('checkbox', { name: 'Select beta' }).click();
    await expect.poll(() => bar(page).getByText('1 selected').count()).toBe(1);
  });

  it('works with the keyboard alone', async () => {
    const { page } = await open();
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await bar(page).getByText('1 selected').waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await bar(page).getByText('3 selected').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await bar(page).getByText('4 selected').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => bar(page).count()).toBe(0);
  });

  it('takes all of a thousand', async () => {
    const { page } = await open([...manyProfiles(1_000, nowMs)]);
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ControlOrMeta+a');
    await expect.poll(() => bar(page).getByText('1000 selected').count()).toBe(1);
  });

  it('lets go of what a search hides', async () => {
    const { page } = await open();
    await selectThree(page);
    await page.getByRole('searchbox').fill('beta');
    await expect.poll(() => bar(page).getByText('1 selected').count()).toBe(1);
  });
});

describe('what is selected', () => {
  it('is refreshed with one call', async () => {
    const { page, calls, answer } = await open();
    await answer('profiles.refreshMany', done);
    await selectThree(page);
    await bar(page).getByRole('button', { name: 'Refresh 3 profiles now' }).click();
    await page.getByText('3 profiles have a fresh token').waitFor();
    expect((await calls('profiles.refreshMany')).map(({ input }) => input)).toEqual([{ ids }]);
  });

  it('is signed in to where that is needed', async () => {
    const { page, calls } = await open();
    await selectThree(page);
    await bar(page).getByRole('button', { name: 'Sign in to 1 profile' }).click();
    await expect.poll(() => calls('signIns.openAll')).toMatchObject([{ input: { ids: ['id-gamma'] } }]);
  });

  it('is deleted after a question that names how many, and comes back together', async () => {
    const { page, calls, answer, emit } = await open();
    const removed = { ...done.value, undoUntilMs: nowMs + 600_000, signedOut: 0, warnings: [] };
    await answer('profiles.removeMany', { ok: true, value: removed });
    await answer('profiles.restoreMany', done);
    await selectThree(page);
    await bar(page).getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete 3 profiles?' });
    await question.getByText('alpha, beta, gamma').waitFor();
    expect(await calls('profiles.removeMany')).toEqual([]);
    await question.getByRole('button', { name: 'Delete 3 profiles' }).click();
    await page.getByText('3 profiles are deleted').waitFor();
    await emit('profiles.changed', { changed: [], removedIds: ids });
    await expect.poll(() => bar(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('3 profiles are back').waitFor();
    expect(await calls('profiles.restoreMany')).toMatchObject([{ input: { ids } }]);
  });

  it('is not deleted by who thinks again', async () => {
    const { page, calls } = await open();
    await selectThree(page);
    await bar(page).getByRole('button', { name: 'Delete' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0);
    await bar(page).getByText('3 selected').waitFor();
    expect(await calls('profiles.removeMany')).toEqual([]);
  });

  it('is given tags, and rid of those that are taken away', async () => {
    const { page, calls, answer } = await open();
    await answer('profiles.setTags', done);
    await selectThree(page);
    await bar(page).getByRole('button', { name: 'Change tags' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tags of 3 profiles' });
    await dialog.getByRole('textbox', { name: 'New tag' }).fill('new, other');
    await dialog.getByRole('checkbox', { name: 'emea' }).click();
    await dialog.getByRole('checkbox', { name: 'core' }).click();
    await dialog.getByRole('checkbox', { name: 'core' }).click();
    await dialog.getByRole('button', { name: 'Save tags' }).click();
    await page.getByText('Tags of 3 profiles changed').waitFor();
    expect((await calls('profiles.setTags')).map(({ input }) => input)).toEqual([
      { ids, add: ['emea', 'new', 'other'], remove: ['core'] },
    ]);
  });

  it('is exported alone', async () => {
    const { page, calls } = await open();
    await selectThree(page);
    await bar(page).getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Choose where to save' }).click();
    await expect.poll(() => calls('exports.save')).toMatchObject([{ input: { ids } }]);
  });
});
