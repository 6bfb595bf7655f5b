import { expect, test } from 'vitest';
import { isDarkPanel } from '../../../main/desktop/tray-panel.ts';
import type { PanelFacts } from '../../../main/desktop/tray-panel.ts';

const light = {
  themeSource: 'system',
  shouldUseDarkColors: false,
  shouldUseDarkColorsForSystemIntegratedUI: false,
} as const;
const facts: PanelFacts = { platform: 'linux', desktop: 'KDE', theme: light, before: true };

test("the taskbar of Windows has a theme apart from the programs'", () => {
  const theme = { ...light, shouldUseDarkColorsForSystemIntegratedUI: true };
  expect(isDarkPanel({ ...facts, platform: 'win32', theme })).toBe(true);
  expect(isDarkPanel({ ...facts, platform: 'win32', theme: { ...light, shouldUseDarkColors: true } })).toBe(false);
});

test('the bar of GNOME is dark in a light theme, too', () => {
  expect(isDarkPanel({ ...facts, desktop: 'ubuntu:GNOME' })).toBe(true);
});

test('other panels go with the theme of the system', () => {
  expect(isDarkPanel(facts)).toBe(false);
  expect(isDarkPanel({ ...facts, theme: { ...light, shouldUseDarkColors: true } })).toBe(true);
});

test('a theme that was chosen for the window says nothing about the panel', () => {
  const theme = { ...light, themeSource: 'light' } as const;
  expect([true, false].map((before) => isDarkPanel({ ...facts, theme, before }))).toEqual([true, false]);
});
