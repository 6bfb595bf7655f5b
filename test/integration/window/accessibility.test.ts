/** axe finds nothing in any state of the window, in light and in dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { windowScreens } from '../../fixtures/window-screens.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(windowScreens(Date.now()))('axe finds nothing: $name', async ({ script, width, go, without }) => {
    const { page } = await open({ script, theme, size: { width, height: 800 }, reducedMotion: true });
    await page.getByRole('heading').first().or(page.getByRole('grid')).first().waitFor();
    await go(page);
    await page.waitForTimeout(100);
    const { violations } = await new AxeBuilder({ page }).disableRules([...without]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
