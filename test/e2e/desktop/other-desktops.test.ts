/** Desktops that take something away: one without a tray, and Wayland, which drops what an unfocused application copies. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostName } from './app-under-test.ts';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { profileRow } from './window-parts.ts';

/** Real Electron runs on the desktop that is there. */
const canPretend = hostName === 'preview';

let desk: Desk;
beforeEach(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.clear());

describe.runIf(canPretend)('without a tray', () => {
  it('the window opens at every start, says how to come back, and comes back', async () => {
    await desk.addProfile('acme');
    const app = await desk.start({ tray: false });
    const page = await app.window();
    await page.getByText(/This desktop shows no tray icons/).waitFor();
    await page.close();
    await expect.poll(() => app.notifications(), patience).toHaveLength(1);
    const [notice] = await app.notifications();
    expect(notice?.body).toMatch(/click here or start Tokentray again/);
    expect((await desk.tokentray('token', 'acme')).code).toBe(0);

    await app.clickNotification(0);
    const again = await app.window();
    await expect.poll(() => profileRow(again, 'acme', 'Valid').isVisible(), patience).toBe(true);
    await again.close();
    await expect.poll(() => app.hasWindow(), patience).toBe(false);
    await expect(desk.start({ tray: false })).rejects.toThrow(/ended with 0/);
    expect(app.output()).not.toContain('rror');
  });
});

describe.runIf(canPretend)('under Wayland', () => {
  it('the tray copies by a small window that takes the focus', async () => {
    await desk.addProfile('acme');
    const app = await desk.start({ wayland: true, environment: { XDG_SESSION_TYPE: 'wayland' } });
    await desk.trayShows(/^acme · until /);
    await desk.copyFromTray();
    await desk.trayShows(/^Copied · acme$/);
    expect(await desk.tenant.accepts(await app.clipboard.text())).toBe(true);
    await expect.poll(() => app.hasWindow(), patience).toBe(false);
  });
});
