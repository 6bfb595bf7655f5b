/** A profile's page: revealing, copying, deleting, and reaching all of it with the keyboard. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright';
import type { ProfileView } from '../../../preload/views.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { everyState, scriptWith, shownToken } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();
let window: OpenedWindow;
let page: Page;
let revealer: Locator;

beforeEach(async () => {
  window = await open({ script: scriptWith(nowMs, everyState(nowMs)) });
  page = window.page;
  revealer = page.getByRole('button', { name: 'Hold to reveal' });
  await revealer.waitFor();
});

/** Anywhere in the document: text, attributes, fields. */
const holdsToken = () =>
  page.evaluate<boolean>(`document.documentElement.outerHTML.includes(${JSON.stringify(shownToken.slice(0, 40))})`);

it('says to screen readers that the token was renewed', async () => {
  const [profile] = everyState(nowMs);
  const changed = { ...profile, obtainedAtMs: nowMs + 1, expiresAtMs: nowMs + 700_000 } as ProfileView;
  await window.emit('profiles.changed', { changed: [changed], removedIds: [] });
  const announcement = page.locator('.profile > [role=status]');
  await expect.poll(() => announcement.innerText()).toMatch(/^acme-prod has a new token until /);
});

describe('revealing the token', () => {
  it('shows it while the pointer is down, and takes it out of the document at the release', async () => {
    await revealer.hover();
    await page.mouse.down();
    await page.getByText(shownToken).waitFor();
    await page.mouse.up();
    expect(await holdsToken()).toBe(false);
  });

  it.each(['Space', 'Enter'])('shows it while %s is down', async (key) => {
    await revealer.focus();
    await page.keyboard.down(key);
    await page.getByText(shownToken).waitFor();
    await page.keyboard.up(key);
    expect(await holdsToken()).toBe(false);
  });

  it.each([
    ['the window loses the focus', `window.dispatchEvent(new Event('blur'))`],
    ['the window is hidden', `document.dispatchEvent(new Event('visibilitychange'))`],
    ['the button loses the focus', `document.activeElement.blur()`],
  ])('ends when %s', async (_, happens) => {
    await revealer.focus();
    await page.keyboard.down('Space');
    await page.getByText(shownToken).waitFor();
    await page.evaluate(happens);
    expect(await holdsToken()).toBe(false);
  });

  it('shows nothing that arrives after the release', async () => {
    await window.hold('profiles.reveal');
    await revealer.focus();
    await page.keyboard.press('Space');
    await window.letGo();
    expect(await holdsToken()).toBe(false);
  });

  it('asks for no token before the button is held', async () => {
    expect(await window.calls('profiles.reveal')).toEqual([]);
  });

  it('keeps the token out of what React remembers', async () => {
    await revealer.focus();
    await page.keyboard.down('Space');
    await page.getByText(shownToken).waitFor();
    const found = await page.evaluate<boolean>(rememberedByReact(shownToken));
    expect(found).toBe(false);
  });
});

describe('copying', () => {
  it('is confirmed where it was asked for, and as a message', async () => {
    await page.getByRole('button', { name: 'Copy token' }).click();
    await page.getByRole('button', { name: 'Copied', exact: true }).waitFor();
    await page.getByText('Token of acme-prod (production) copied').waitFor();
    expect(await window.calls('profiles.copy')).toHaveLength(1);
  });

  it('offers every form, with the token itself on demand', async () => {
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitemcheckbox', { name: /With the token itself/ }).click();
    await page.getByRole('menuitem', { name: 'curl command' }).click();
    await expect
      .poll(() => window.calls('profiles.copy'))
      .toMatchObject([{ input: { id: 'id-acme-prod', as: 'curl', literal: true } }]);
  });

  it('shows whom the token is for before it copies that of somebody else', async () => {
    const value = {
      outcome: 'unexpected-identity',
      expected: { user: 'jane.admin' },
      actual: { user: 'john.contractor' },
    };
    await window.answer('profiles.copy', { ok: true, value });
    await page.getByRole('button', { name: 'Copy token' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('row', { name: 'User jane.admin john.contractor' }).waitFor();
    await dialog.getByRole('button', { name: 'Copy anyway' }).click();
    const inputs = (await window.calls('profiles.copy')).map(
      ({ input }) => (input as { confirmed: boolean }).confirmed,
    );
    expect(inputs).toEqual([false, true]);
  });

  it('copies nothing when the person thinks better of it', async () => {
    const value = { outcome: 'unexpected-identity', expected: { user: 'jane.admin' }, actual: {} };
    await window.answer('profiles.copy', { ok: true, value });
    await page.getByRole('button', { name: 'Copy token' }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0);
    expect(await window.calls('profiles.copy')).toHaveLength(1);
  });
});

describe('deleting', () => {
  it('can be undone', async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => window.calls('profiles.restore')).toMatchObject([{ input: { id: 'id-acme-prod' } }]);
  });
});

describe('the keyboard alone', () => {
  it('finds a profile, opens it, and copies its token', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('netfoundry');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'netfoundry' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => window.calls('profiles.copy'))
      .toMatchObject([{ input: { id: 'id-netfoundry', as: 'raw' } }]);
  });

  it('copies from the row with Ctrl+C', async () => {
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    await expect.poll(() => window.calls('profiles.copy')).toMatchObject([{ input: { id: 'id-acme-sandbox' } }]);
  });

  it('refreshes from the row', async () => {
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => window.calls('profiles.refresh')).toMatchObject([{ input: { id: 'id-acme-prod' } }]);
  });

  it('shows where it is', async () => {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).toBe('solid');
  });

  it('comes by every control of the page, and by none twice', async () => {
    const names: string[] = [];
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate<string>(
        `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
      );
      if (names.includes(name)) break;
      names.push(name);
    }
    expect(names).toEqual(
      expect.arrayContaining([
        'Settings',
        'Add a tenant',
        'Search profiles',
        'Copy token',
        'Copy as',
        'Refresh',
        'More',
        'Hold to reveal',
        'Claims',
      ]),
    );
  });
});

describe('a page whose profile changes', () => {
  it('asks for the detail anew', async () => {
    const [first] = everyState(nowMs);
    if (first === undefined) throw new Error('no profiles');
    await window.emit('profiles.changed', { changed: [{ ...first, obtainedAtMs: nowMs }], removedIds: [] });
    await expect.poll(() => window.calls('profiles.detail')).toHaveLength(2);
  });

  it('says so when it is removed elsewhere', async () => {
    await page.locator('[data-id="id-aic-dev"] .row-main').click();
    await window.emit('profiles.changed', { changed: [], removedIds: ['id-aic-dev'] });
    await page.getByText('This profile is gone').waitFor();
    expect(await page.getByRole('button', { name: 'Copy token' }).count()).toBe(0);
  });
});

/** An expression that is true when a state, a ref or a property anywhere in React's tree holds the text. */
function rememberedByReact(text: string): string {
  return `(() => {
    const root = document.getElementById('root');
    const key = Object.keys(root).find((name) => name.startsWith('__reactContainer'));
    const seen = new Set();
    const queue = [root[key]];
    while (queue.length > 0) {
      const value = queue.pop();
      if (typeof value === 'string' && value.includes(${JSON.stringify(text.slice(0, 40))})) return true;
      if (typeof value !== 'object' || value === null || value instanceof Node || value === window || seen.has(value)) continue;
      seen.add(value);
      queue.push(...(value instanceof Map || value instanceof Set ? value.values() : Object.values(value)));
    }
    return seen.size < 100;
  })()`;
}
