/** Threat: the quick switcher's window is taken over, and tries what the main window may, or leads elsewhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { inputs } from '../../preload/contract.ts';
import { patience, setUpDesk } from '../e2e/desktop/desk.ts';
import type { Desk } from '../e2e/desktop/desk.ts';

const keys = 'CommandOrControl+Shift+K';

let desk: Desk;
let page: Page;
let main: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  main = await desk.window();
  await desk.addProfile('acme');
  await main.getByRole('grid', { name: 'Profiles' }).getByRole('row', { name: /acme/ }).waitFor();
  await desk.tokentray('settings', 'set', 'quickSwitcherShortcut', keys);
  page = await desk.app.window('switcher.html');
  await desk.app.pressGlobal(keys);
  await page.getByRole('option').first().waitFor();
});
afterAll(() => desk.clear());

interface Answer {
  readonly ok: boolean;
  readonly failure?: { readonly code: string };
}

const call = (on: Page, name: string, input?: unknown) =>
  on.evaluate<Answer>(`tokentray.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);

/** All that its page has a use for. */
const own: ReadonlySet<string> = new Set([
  'app.state',
  'app.networkChanged',
  'profiles.copy',
  'signIns.start',
  'signIns.open',
  'switcher.hide',
  'switcher.open',
]);

describe('the quick switcher', () => {
  it.each(Object.keys(inputs).filter((name) => !own.has(name)))('may not call %s', async (name) => {
    expect(await call(page, name, { id: 'any' })).toMatchObject({
      ok: false,
      failure: { code: 'internal.bad_request' },
    });
  });

  it('may ask for what it shows', async () => {
    expect((await call(page, 'app.state')).ok).toBe(true);
  });

  it('cannot be navigated', async () => {
    const before = page.url();
    await page.evaluate("location.href = 'https://example.com/'").catch(() => undefined);
    await page.evaluate("location.href = 'app://tokentray/index.html'").catch(() => undefined);
    await page.waitForTimeout(200);
    expect(page.url()).toBe(before);
  });

  it('opens no other window', async () => {
    const pages = (): number => page.context().pages().length;
    const before = pages();
    await page.evaluate("void window.open('https://example.com/')");
    await expect.poll(pages, patience).toBe(before);
  });

  it('shows nothing but itself in a frame, and a frame of its has no bridge', async () => {
    const outcome = await page.evaluate<string>(`{
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = location.href;
      typeof frame.contentWindow?.tokentray;
    }`);
    expect(outcome).toBe('undefined');
  });

  it('is the only one that may say that it goes', async () => {
    expect(await call(main, 'switcher.hide')).toMatchObject({ ok: false, failure: { code: 'internal.bad_request' } });
  });

  it('is not heard any more when its window is gone', async () => {
    const foreign = await desk.app.foreignWindow('data:text/html,foreign');
    await desk.tokentray('settings', 'unset', 'quickSwitcherShortcut');
    await call(page, 'switcher.hide').catch(() => undefined);
    await expect.poll(() => desk.app.hasWindow('switcher.html'), patience).toBe(false);
    const answer = call(foreign, 'app.state').catch(() => ({ ok: false }));
    expect((await answer).ok).toBe(false);
  });
});
