/** The history on a profile's page: what is planned, what happened, and older pages, with the keyboard as well. */
import { AxeBuilder } from '@axe-core/playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { HistoryItem } from '../../../preload/views.ts';
import type { BridgeCall } from '../../fixtures/fake-bridge.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { everyState, refused, scriptWith } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();
let window: OpenedWindow;
let page: Page;

const item = (id: number, more: Partial<HistoryItem> = {}): HistoryItem => ({
  id,
  what: 'copied',
  atMs: nowMs - 1_000_000 + id,
  firstAtMs: nowMs - 1_000_000 + id,
  times: 1,
  title: 'Copied',
  detail: `as form-${id}`,
  untilMs: null,
  failure: null,
  ...more,
});

const every: readonly HistoryItem[] = [
  item(9, { what: 'refreshed', title: 'Token renewed', detail: null, untilMs: nowMs + 600_000 }),
  item(8, { what: 'failed', title: 'Failed', detail: null, times: 3, failure: refused }),
  item(7, { what: 'given', title: 'Given to a script', detail: null }),
  item(6, { what: 'signed-in', title: 'Signed in', detail: 'jane.admin, org acme' }),
  item(5),
];
const answered = (items: readonly HistoryItem[], hasMore = false) => ({ ok: true, value: { items, hasMore } });

const idOf = (call: BridgeCall | undefined): string => (call?.input as { readonly id?: string } | undefined)?.id ?? '';

async function show(result: unknown, theme: 'light' | 'dark' = 'light', width = 1_280): Promise<void> {
  const script = scriptWith(nowMs, everyState(nowMs), {}, { 'profiles.history': result });
  window = await open({ script, theme, size: { width, height: 800 }, reducedMotion: true });
  page = window.page;
  if (width < 600) await page.locator('[data-id="id-acme-prod"] .row-main').click();
  await page.getByRole('tab', { name: 'History' }).click();
}

const entries = () => page.getByRole('list', { name: 'What happened, newest first' }).getByRole('listitem');

describe('the history of a profile', () => {
  beforeEach(() => show(answered(every)));

  it('shows what happened, below the next refresh', async () => {
    await expect.poll(() => entries().count()).toBe(5);
    expect(await entries().nth(0).innerText()).toMatch(/Token renewed\s+until /);
    expect(await entries().nth(1).innerText()).toContain('3 times since');
    expect(await entries().nth(1).innerText()).toContain(refused.what);
    expect(await page.getByRole('tabpanel').innerText()).toMatch(/^Next refresh/);
  });

  it('is asked for when somebody looks, and anew when something was added to it', async () => {
    await expect.poll(() => entries().count()).toBe(5);
    const before = await window.calls('profiles.history');
    await window.answer('profiles.history', answered([item(10), ...every]));
    await window.emit('profiles.historyGrew', { ids: ['id-somebody-else'] });
    expect(await window.calls('profiles.history')).toHaveLength(before.length);
    await window.emit('profiles.historyGrew', { ids: [idOf(before[0])] });
    await expect.poll(() => entries().count()).toBe(6);
  });
});

it('is narrowed to one kind of things, and asked for as such', async () => {
  await show(answered(every, true));
  await expect.poll(() => entries().count()).toBe(5);
  await window.answer('profiles.history', answered([item(8, { what: 'failed', title: 'Failed' })], true));
  await page.getByRole('button', { name: 'Failures' }).click();
  await expect.poll(() => entries().count()).toBe(1);
  expect((await window.calls('profiles.history')).at(-1)?.input).toMatchObject({ what: ['failed'] });
  await page.getByRole('button', { name: 'Show older' }).click();
  await expect
    .poll(async () => (await window.calls('profiles.history')).at(-1)?.input)
    .toMatchObject({ what: ['failed'], before: 8 });
  await window.answer('profiles.history', answered([]));
  await page.getByRole('button', { name: 'Sign-ins' }).click();
  await expect.poll(() => page.getByText('Nothing of this kind has happened').count()).toBe(1);
});

it('says so when nothing has happened yet', async () => {
  await show(answered([]));
  await expect.poll(() => page.getByText('Nothing has happened yet').count()).toBe(1);
});

it('says what went wrong when it cannot be read', async () => {
  await show({ ok: false, failure: refused });
  await expect.poll(() => page.getByRole('tabpanel').getByText(refused.what).count()).toBe(1);
});

it('shows older pages with the keyboard, and keeps the focus there at the end', async () => {
  await show(answered(every, true));
  await page.getByRole('button', { name: 'Show older' }).focus();
  await window.answer('profiles.history', answered([item(4), item(3)]));
  await page.keyboard.press('Enter');
  await expect.poll(() => entries().count()).toBe(7);
  expect((await window.calls('profiles.history')).at(-1)?.input).toMatchObject({ before: 5 });
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('OL');
});

describe.each([
  ['light', 1_280],
  ['dark', 1_280],
  ['light', 360],
  ['dark', 360],
] as const)('in %s, %i wide', (theme, width) => {
  it('axe finds nothing, and nothing stands out at the side', async () => {
    await show(answered(every, true), theme, width);
    await expect.poll(() => entries().count()).toBe(5);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const list = await page.getByRole('tablist').boundingBox();
    const last = await page.getByRole('tab', { name: 'History' }).boundingBox();
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((list?.x ?? 0) + (list?.width ?? 0) + 1);
  });
});
