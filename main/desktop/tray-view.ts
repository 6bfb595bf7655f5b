/**
 * Keeps the tray showing what is so.
 *
 * Invariants:
 * - icon, tooltip and standing menu are set only when what they show changed;
 * - several changes within a few milliseconds are one look.
 */
import type { Clock, Timer } from '../clock.ts';
import type { MenuRow } from './menu-model.ts';
import { trayMenu } from './tray-menu.ts';
import { trayPicture } from './tray-picture.ts';
import type { TrayAppearance, TrayMoment } from './tray-picture.ts';
import type { WatchedProfile } from './watched-profiles.ts';

/** One refresh changes several rows of the database. */
const coalesceMs = 25;

/** What is set on the system's tray. */
export interface TrayIcon {
  setAppearance(appearance: TrayAppearance): void;
  setToolTip(text: string): void;
  /** Only where the desktop shows a menu by itself. */
  readonly setMenu?: (rows: readonly MenuRow[]) => void;
}

export interface TrayViewParts {
  readonly clock: Clock;
  /** Throws `storage.*` while the database cannot be read; then the tray keeps what it shows. */
  readonly profiles: () => readonly WatchedProfile[];
  readonly icon: TrayIcon;
  /** Several are being signed in to, one after another. */
  readonly isSigningInToAll: () => boolean;
  /** Of the quick switcher's shortcut, as Electron writes it; undefined where none works. */
  readonly switcherKeys: () => string | undefined;
  readonly isDemo: boolean;
  /** Of the times; absent: the system's. */
  readonly locale?: string;
}

export interface TrayView {
  /** Something may have changed. */
  touch(): void;
  /** What happens because of a click; undefined: nothing any more. Shown at once. */
  show(moment: TrayMoment | undefined): void;
  /** The menu as it is right now. */
  menu(): readonly MenuRow[];
  close(): void;
}

export function createTrayView(parts: TrayViewParts): TrayView {
  const { clock, profiles, icon, isSigningInToAll, switcherKeys, isDemo, locale } = parts;
  let known: readonly WatchedProfile[] = [];
  let moment: TrayMoment | undefined;
  let soon: Timer | undefined;
  let shown: { appearance?: TrayAppearance; tooltip?: string; menu?: string } = {};

  function now(): { readonly profiles: readonly WatchedProfile[]; readonly nowMs: number; readonly locale?: string } {
    return { profiles: known, nowMs: clock.now(), ...(locale === undefined ? {} : { locale }) };
  }

  const menuNow = (): readonly MenuRow[] => {
    const keys = switcherKeys();
    return trayMenu({
      ...now(),
      isSigningInToAll: isSigningInToAll(),
      ...(keys === undefined ? {} : { switcherKeys: keys }),
    });
  };

  function read(): void {
    try {
      known = profiles();
    } catch {
      // The last picture stays; whoever asks for something is told why it cannot be had.
    }
  }

  function look(): void {
    soon = undefined;
    read();
    draw();
  }

  function draw(): void {
    const { appearance, tooltip } = trayPicture({ ...now(), isDemo, ...(moment === undefined ? {} : { moment }) });
    if (appearance !== shown.appearance) icon.setAppearance(appearance);
    if (tooltip !== shown.tooltip) icon.setToolTip(tooltip);
    shown = { ...shown, appearance, tooltip };
    if (icon.setMenu === undefined) return;
    const rows = menuNow();
    const menu = JSON.stringify(rows);
    if (menu !== shown.menu) icon.setMenu(rows);
    shown = { ...shown, menu };
  }

  look();
  return {
    touch() {
      soon ??= clock.setTimer(coalesceMs, look);
    },
    show(next) {
      moment = next;
      draw();
    },
    menu() {
      read();
      return menuNow();
    },
    close() {
      soon?.cancel();
    },
  };
}
