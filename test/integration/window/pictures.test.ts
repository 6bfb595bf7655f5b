/** The main screens look as they did when somebody last looked at them. */
import { expect, it } from 'vitest';
import { changeLook, showScreen, windowScreens } from '../../fixtures/window-screens.ts';
import { differenceFromKept } from './picture-comparison.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const frozenAtMs = Date.UTC(2026, 5, 17, 9, 30);

/** Each in the size of its screen; all others are looked at with `node test/gallery.ts`. */
const compared = [
  ['the list and a valid token', 'light'],
  ['the list and a valid token', 'dark'],
  ['the list alone', 'light'],
  ['the list in groups, with filters', 'light'],
  ['several profiles selected', 'dark'],
  ['a thousand profiles', 'light'],
  ['a profile alone', 'dark'],
  ['a stopped profile', 'light'],
  ['a credential that ends soon', 'light'],
  ['two tokens side by side', 'light'],
  ['a sign-in: in the browser', 'light'],
  ['what a probe found', 'dark'],
  ['the choice of a system', 'light'],
  ['a form that is filled in', 'light'],
  ['a test that failed', 'dark'],
  ['what an import would create', 'light'],
  ['the settings', 'light'],
  ['the quick switcher: profiles in every state', 'light'],
  ['the quick switcher: the guard of production', 'dark'],
  ['the shortcuts', 'light'],
  ['a vault with a passphrase', 'dark'],
  ['the first screen', 'light'],
] as const;

const screens = new Map(windowScreens(frozenAtMs).map((screen) => [screen.name, screen]));

it.each(compared)('%s, %s, looks as it did', async (name, colorScheme) => {
  const screen = screens.get(name);
  if (screen === undefined) throw new Error(`there is no screen ${name}`);
  const { page } = await showScreen(screen, open, { frozenAtMs });
  await changeLook(page, { colorScheme });
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const file = `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.${colorScheme}`;
  expect(differenceFromKept(file, picture)).toBeUndefined();
});
