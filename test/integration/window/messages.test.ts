/** Messages at the edge of the window: everybody reaches what they offer, and each is announced once. */
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { everyState, refused, scriptWith } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();

async function show(result: unknown): Promise<Page> {
  const script = scriptWith(nowMs, everyState(nowMs), {}, { 'profiles.refresh': result });
  const { page } = await open({ script, reducedMotion: true });
  await page.getByRole('article').getByRole('button', { name: 'Refresh', exact: true }).click();
  return page;
}

describe.each([
  ['that something is done', { ok: true, value: null }, 'acme-prod has a fresh token'],
  ['that something failed', { ok: false, failure: refused }, refused.what],
] as const)('a message %s', (_, result, words) => {
  it('can be dismissed by whoever hears the window instead of seeing it', async () => {
    const page = await show(result);
    const message = page.getByRole('region', { name: 'Messages' });
    await message.getByText(words).waitFor();
    await message.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => message.getByText(words).count()).toBe(0);
  });

  it('gives axe nothing to find', async () => {
    const page = await show(result);
    await page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});

it('a failure is announced at once, from a place of its own', async () => {
  const page = await show({ ok: false, failure: refused });
  const alert = page.getByRole('alert').filter({ hasText: refused.what });
  await expect.poll(() => alert.count()).toBe(1);
  const message = page.getByRole('region', { name: 'Messages' }).getByRole('alertdialog');
  expect(await message.getAttribute('aria-live')).toBe('off');
});
