import { expect, it } from 'vitest';
import { readAccelerator } from '../../../main/settings/accelerator.ts';

it.each([
  ['CommandOrControl+Shift+K', 'CommandOrControl+Shift+K'],
  [' shift + cmdorctrl + k ', 'CommandOrControl+Shift+K'],
  ['Option+Space', 'Alt+Space'],
  ['Meta+F5', 'Super+F5'],
  ['f12', 'F12'],
  ['Ctrl+Plus', 'Control+Plus'],
  ['Control+Control+J', 'Control+J'],
  ['Alt+C', 'Alt+C'],
  ['Control+Shift+V', 'Control+Shift+V'],
])('reads %j as %s', (text, accelerator) => {
  expect(readAccelerator(text)).toEqual({ accelerator });
});

it.each([
  ['no key', 'Control+Shift'],
  ['nothing', ''],
  ['two keys', 'Control+K+J'],
  ['a key that there is not', 'Control+Enough'],
  ['a modifier that there is not', 'Fn+K'],
  ['an ordinary letter', 'K'],
  ['a capital letter', 'Shift+K'],
  ['copying', 'CommandOrControl+C'],
  ['pasting on a Mac', 'Cmd+V'],
  ['selecting all', 'Ctrl+A'],
])('refuses %s', (_what, text) => {
  expect(readAccelerator(text)).toHaveProperty('problem');
});
