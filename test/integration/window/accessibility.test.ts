/** axe finds nothing in any state of the window, in light and in dark, and nothing of it stands out at the side. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, it } from 'vitest';
import { changeLook, showScreen, windowScreens } from '../../fixtures/window-screens.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();

it.each(windowScreens(Date.now()))('axe finds nothing: $name', async (screen) => {
  const { page } = await showScreen(screen, open, {});
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await changeLook(page, { colorScheme });
    const { violations } = await new AxeBuilder({ page }).disableRules([...screen.without]).analyze();
    findings.push(
      ...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    );
  }
  expect(findings).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
