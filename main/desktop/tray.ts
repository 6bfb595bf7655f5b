/** The icon in the system's tray: what it shows, and what clicks on it do. */
import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import { join } from 'node:path';
import { menuTemplate } from './menu-model.ts';
import type { MenuRow } from './menu-model.ts';
import type { DesktopPorts } from './ports.ts';
import type { SignInTurns } from './sign-in-turns.ts';
import type { StatusChanges } from './status-changes.ts';
import { createTrayClicks } from './tray-clicks.ts';
import type { TrayClickParts } from './tray-clicks.ts';
import { hasTrayHost } from './tray-host.ts';
import { createTrayMoments } from './tray-moments.ts';
import { isDarkPanel } from './tray-panel.ts';
import { watchTrayPresence } from './tray-presence.ts';
import type { TrayAppearance } from './tray-picture.ts';
import { watchedProfiles } from './watched-profiles.ts';
import type { Describe } from './watched-profiles.ts';
import { createTrayView } from './tray-view.ts';
import type { TrayIcon } from './tray-view.ts';

export interface TrayParts extends Omit<TrayClickParts, 'ports' | 'moments' | 'openSwitcher' | 'turns'> {
  readonly ports: DesktopPorts;
  readonly changes: Pick<StatusChanges, 'onChange'>;
  readonly turns: SignInTurns;
  readonly switcher: {
    show(): void;
    /** Of its shortcut, as Electron writes it; undefined where none works. */
    accelerator(): string | undefined;
  };
  /** In the words of the window. */
  readonly describe: Describe;
  readonly platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`. */
  readonly desktop?: string | undefined;
  readonly isDemo: boolean;
  /** Folder of the tray's pictures. */
  readonly pictures: string;
  /** The icon came to be seen. */
  readonly onShown: () => void;
}

export interface TrayHandle {
  /** False on a desktop without a tray, and before `known`. */
  readonly isShown: boolean;
  /** Resolves when it is known whether the icon can be seen. */
  readonly known: Promise<void>;
  /** Says for a moment that a token was copied. `title`: of its profile. */
  readonly showCopied: (title: string) => void;
  close(): void;
}

export function createTray(parts: TrayParts): TrayHandle {
  const { ports, changes, turns, switcher, describe, platform, isDemo } = parts;
  const isMac = platform === 'darwin';
  let isDark = true;
  let appearance: TrayAppearance = 'ok';

  function picture(): Electron.NativeImage {
    isDark = isDarkPanel({ platform, desktop: parts.desktop, theme: nativeTheme, before: isDark });
    const variant = isMac ? 'Template' : isDark ? '-on-dark' : '-on-light';
    return nativeImage.createFromPath(join(parts.pictures, `${appearance}${variant}.png`));
  }

  const tray = new Tray(picture());

  const icon: TrayIcon = {
    setAppearance(next) {
      appearance = next;
      tray.setImage(picture());
    },
    setToolTip: (text) => tray.setToolTip(text),
    // On macOS a menu that is set would open at every click, and nothing else would hear of the click.
    ...(platform === 'linux' ? { setMenu: (rows) => tray.setContextMenu(build(rows)) } : {}),
  };
  const moments = createTrayMoments(ports.clock, (moment) => view.show(moment));
  const run = createTrayClicks({ ...parts, moments, openSwitcher: () => switcher.show() });

  function build(rows: readonly MenuRow[]): Menu {
    return Menu.buildFromTemplate(menuTemplate(rows, run));
  }

  // Draws at once, so that everything above must be there.
  const view = createTrayView({
    clock: ports.clock,
    profiles: () => watchedProfiles(ports, describe),
    icon,
    isSigningInToAll: () => turns.areUnderWay(),
    switcherKeys: () => switcher.accelerator(),
    isDemo,
  });

  /** The same as the first row of the menu. */
  function clicked(): void {
    const first = view.menu()[0];
    if (first?.kind === 'action') run(first.action);
  }

  tray.on('click', clicked);
  if (platform !== 'linux') tray.on('right-click', () => tray.popUpContextMenu(build(view.menu())));
  // Without this the second of two quick clicks is lost.
  if (isMac) tray.setIgnoreDoubleClickEvents(true);

  const themeChanged = (): void => {
    const before = isDark;
    const image = picture();
    if (!isMac && isDark !== before) tray.setImage(image);
  };
  nativeTheme.on('updated', themeChanged);
  const endChanges = changes.onChange(() => view.touch());

  // On Linux Electron knows no place of its icon, and one that has a place is seen.
  const ask = async (): Promise<boolean> => platform !== 'linux' || tray.getBounds().width > 0 || hasTrayHost();
  const presence = watchTrayPresence({ clock: ports.clock, ask, onShown: parts.onShown });

  return {
    get isShown() {
      return presence.isShown;
    },
    known: presence.known,
    showCopied: moments.copied,
    close() {
      endChanges();
      nativeTheme.off('updated', themeChanged);
      presence.close();
      view.close();
      tray.destroy();
    },
  };
}
