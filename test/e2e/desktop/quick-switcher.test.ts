/** The quick switcher from another application: a shortcut, two letters, Enter; in its own window, and above the main one. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holds } from '../../fixtures/canary-search.ts';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { pageTitle } from './window-parts.ts';

const keys = 'CommandOrControl+Shift+K';
const ownPage = 'switcher.html';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  await desk.addProfile('acme-prod', { environment: 'production' });
  await desk.addProfile('acme-sandbox');
  await desk.addProfile('strange', { expectUser: 'somebody.else', expectOrg: 'acme-test' });
  await desk.addProfile('globex', {}, 'wrong-CANARY-secret').catch(() => undefined);
  await desk.tokentray('settings', 'set', 'quickSwitcherShortcut', keys);
  await desk.app.window(ownPage);
});
afterAll(() => desk.clear());
beforeEach(() => desk.app.clipboard.write('before'));

const isCopied = async () => desk.tenant.accepts(await desk.app.clipboard.text());
const isHidden = (page: Page) => page.evaluate<boolean>('document.hidden');
const chosen = (page: Page) => page.getByRole('option', { selected: true });

/** Presses the shortcut in another application. */
async function open(): Promise<Page> {
  expect(await desk.app.pressGlobal(keys)).toBe(true);
  const page = await desk.app.window(ownPage);
  page.setDefaultTimeout(patience.timeout);
  await page.getByRole('option').first().waitFor();
  await expect.poll(() => isHidden(page), patience).toBe(false);
  return page;
}

/** By Escape. Until it is gone the shortcut would not open it, but close it. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect.poll(() => isHidden(page), patience).toBe(true);
}

async function openAt(letters: string, name: RegExp): Promise<Page> {
  const page = await open();
  await page.keyboard.type(letters);
  await chosen(page).filter({ hasText: name }).waitFor();
  return page;
}

describe('from another application', () => {
  it('two letters and Enter copy a token that the tenant takes, and the switcher goes', async () => {
    const page = await openAt('as', /acme-sandbox/);
    await page.keyboard.press('Enter');
    await expect.poll(() => isHidden(page), patience).toBe(true);
    expect(await isCopied()).toBe(true);
  });

  it('offers what was copied last first, to an empty field', async () => {
    const page = await open();
    expect(await page.getByRole('combobox').inputValue()).toBe('');
    expect(await chosen(page).innerText()).toContain('acme-sandbox');
    await leave(page);
  });

  it('Shift+Enter copies it as a request header', async () => {
    const page = await openAt('as', /acme-sandbox/);
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => isHidden(page), patience).toBe(true);
    expect(await desk.app.clipboard.text()).toMatch(/^Authorization: Bearer /);
  });

  it('Alt+Enter copies it as a curl command', async () => {
    const page = await openAt('as', /acme-sandbox/);
    await page.keyboard.press('Alt+Enter');
    await expect.poll(() => isHidden(page), patience).toBe(true);
    expect(await desk.app.clipboard.text()).toContain('$(tokentray token acme-sandbox)');
  });

  it('Escape goes, and copies nothing', async () => {
    const page = await openAt('as', /acme-sandbox/);
    await leave(page);
    expect(await desk.app.clipboard.text()).toBe('before');
  });

  it('goes when the person turns to another application, and when the shortcut is pressed again', async () => {
    const page = await open();
    await desk.app.leave();
    await expect.poll(() => isHidden(page), patience).toBe(true);
    await open();
    await desk.app.pressGlobal(keys);
    await expect.poll(() => isHidden(page), patience).toBe(true);
  });

  it('the arrow keys, Home and End walk through the profiles', async () => {
    const page = await open();
    const names = await page.getByRole('option').allInnerTexts();
    const chosenText = () => chosen(page).innerText();
    await page.keyboard.press('End');
    expect((await chosenText()).split('\n')[0]).toBe(names.at(-1)?.split('\n')[0]);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect((await chosenText()).split('\n')[0]).toBe(names[1]?.split('\n')[0]);
    await leave(page);
  });
});

describe('what keeps a token back', () => {
  it('is asked inside the switcher for production, and a no copies nothing', async () => {
    const page = await openAt('ap', /acme-prod/);
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog', { name: 'Copy a production token?' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    expect(await desk.app.clipboard.text()).toBe('before');
    expect(await isHidden(page)).toBe(false);
    await leave(page);
  });

  it('and a yes copies it', async () => {
    const page = await openAt('ap', /acme-prod/);
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => isCopied(), patience).toBe(true);
    await expect.poll(() => isHidden(page), patience).toBe(true);
  });

  it('is asked for a token of somebody else', async () => {
    const page = await openAt('st', /strange/);
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: 'This token is for somebody else' });
    expect(await question.textContent()).toMatch(/somebody\.else.*jane\.admin/s);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    expect(await desk.app.clipboard.text()).toBe('before');
    await leave(page);
  });
});

describe('while it is hidden', () => {
  it('runs no script and is told nothing, whatever happens to the profiles', async () => {
    const page = await open();
    await leave(page);
    await page.evaluate(`{
      globalThis.ran = [];
      new MutationObserver(() => globalThis.ran.push('page')).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      const { setTimeout: plain } = globalThis;
      globalThis.setTimeout = (...words) => { globalThis.ran.push('timer'); return plain(...words); };
      tokentray.on('profiles.changed', () => globalThis.ran.push('told'));
    }`);
    await desk.tokentray('token', 'acme-sandbox', '--force');
    await page.waitForTimeout(2_500);
    expect(await page.evaluate('ran')).toEqual([]);
  });

  it('remembers nothing old: it shows at once what happened meanwhile', async () => {
    await desk.addProfile('later');
    const page = await open();
    await expect.poll(() => page.getByRole('option', { name: /later/ }).count(), patience).toBe(1);
    await leave(page);
  });

  it('is gone with its shortcut, and the keys are free', async () => {
    await desk.tokentray('settings', 'unset', 'quickSwitcherShortcut');
    await expect.poll(() => desk.app.hasWindow(ownPage), patience).toBe(false);
    expect(await desk.app.pressGlobal(keys)).toBe(false);
  });

  it('the tray brings it up without a shortcut', async () => {
    await desk.app.tray.choose('Quick switcher');
    const page = await desk.app.window(ownPage);
    await page.getByRole('option').first().waitFor();
    // The page goes while the key is pressed in it.
    await page.keyboard.press('Escape').catch(() => undefined);
    await expect.poll(() => desk.app.hasWindow(ownPage), patience).toBe(false);
  });
});

describe('a second start for the quick switcher', () => {
  it('brings up that of the first, and not the window', async () => {
    const first = desk.app;
    const hadWindow = await first.hasWindow();
    // What ends before it is ready cannot be driven; each host says so in its own words.
    await expect(desk.start({ arguments: ['--quick-switcher'] })).rejects.toThrow(
      /ended with 0|closed|failed to launch/,
    );
    const page = await first.window(ownPage);
    await page.getByRole('option').first().waitFor();
    expect(await first.hasWindow()).toBe(hadWindow);
    await page.keyboard.press('Escape').catch(() => undefined);
    await expect.poll(() => first.hasWindow(ownPage), patience).toBe(false);
  });
});

describe('keys that another program has', () => {
  it('are told, and everything else works', async () => {
    await desk.app.takeGlobal('Alt+Space');
    await desk.tokentray('settings', 'set', 'quickSwitcherShortcut', 'Alt+Space');
    const page = await desk.window();
    await page
      .getByText(/^Alt\+Space does not open the quick switcher/)
      .first()
      .waitFor();
    await page.getByRole('row', { name: /acme-sandbox/ }).waitFor();
    await page.keyboard.press('?');
    await expect
      .poll(() => page.getByRole('dialog', { name: 'Keyboard shortcuts' }).innerText(), patience)
      .toMatch(/Alt\+Space[^+]+They do nothing/);
    await page.keyboard.press('Escape');
  });
});

describe('above the window', () => {
  it('the same opens by Ctrl+K, and copies', async () => {
    const page = await desk.window();
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    const dialog = page.getByRole('dialog', { name: 'Quick switcher' });
    await dialog.getByRole('option').first().waitFor();
    await page.keyboard.type('as');
    await dialog
      .getByRole('option', { selected: true })
      .filter({ hasText: /acme-sandbox/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Token of acme-sandbox copied').waitFor();
    expect(await isCopied()).toBe(true);
  });

  it('Ctrl+Enter goes to the profile', async () => {
    const page = await desk.window();
    await page.keyboard.press('ControlOrMeta+k');
    const dialog = page.getByRole('dialog', { name: 'Quick switcher' });
    await dialog.getByRole('option').first().waitFor();
    await page.keyboard.type('strange');
    await page.keyboard.press('ControlOrMeta+Enter');
    await pageTitle(page, 'strange').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    expect(await desk.app.clipboard.text()).toBe('before');
  });

  it('a question mark lists all shortcuts, and Escape puts the list away', async () => {
    const page = await desk.window();
    await pageTitle(page, 'strange').focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    expect(await sheet.innerText()).toMatch(/Search the list/);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });
});

it('axe finds nothing in the switcher, nor in the sheet', async () => {
  const page = await desk.window();
  const found = async (on: Page) => {
    await on.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))');
    const { violations } = await new AxeBuilder({ page: on }).setLegacyMode(true).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  };
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.keyboard.press('?');
  await sheet.waitFor();
  expect(await found(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('option').first().waitFor();
  expect(await found(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('left no token in any message or page', async () => {
  const messages = (await desk.app.told()).filter((message) => holds(message, desk.tenant.mark));
  expect(messages).toEqual([]);
});
