/** Desktops that take something away: one without a tray, and Wayland, which drops what an unfocused application copies. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desktop/desk.ts';
import type { Desk } from './desktop/desk.ts';
import { launchInPreview } from './desktop/preview-host.ts';
import { profileRow } from './desktop/window-parts.ts';

let desk: Desk;
beforeEach(async () => {
  // Only the preview can pretend another desktop than the machine's.
  desk = await setUpDesk({ launch: launchInPreview });
});
afterEach(() => desk.clear());

describe('without a tray', () => {
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
    expect(await desk.leaks()).toEqual([]);
  });
});

describe('under Wayland', () => {
  it('the tray copies by a small window that takes the focus', async () => {
    await desk.addProfile('acme');
    const app = await desk.start({ wayland: true, environment: { XDG_SESSION_TYPE: 'wayland' } });
    await desk.trayShows(/^acme · until /);
    await desk.copyFromTray();
    await desk.trayShows(/^Copied · acme$/);
    expect(await desk.tenant.accepts(await app.clipboard.text())).toBe(true);
    await expect.poll(() => app.hasWindow(), patience).toBe(false);
    expect(await desk.leaks()).toEqual([]);
  });
});
