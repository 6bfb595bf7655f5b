/** Everything that is seen of the application without its window: the tray, what it copies, and what it notifies. */
import { app, BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import type { Destination } from '../../preload/contract.ts';
import type { Announce } from './announce.ts';
import { createTokenClipboard } from './clipboard-token.ts';
import { systemClipboard, whenFocused } from './clipboard.ts';
import { createWriteFocused } from './copy-focused.ts';
import { confirmIdentity } from './copy-question.ts';
import { clipboardStayMs, createCopyToken } from './copy-token.ts';
import type { CopyToken } from './copy-token.ts';
import { isNativeWayland } from './copy-wayland.ts';
import { openCopyWindow } from './copy-window.ts';
import { createNotifications } from './notifications.ts';
import type { DesktopPorts } from './ports.ts';
import type { StatusChanges } from './status-changes.ts';
import { createTray } from './tray.ts';
import type { Describe } from './watched-profiles.ts';

export interface PresenceParts {
  readonly ports: DesktopPorts;
  readonly changes: Pick<StatusChanges, 'onChange'>;
  /** In the words of the window. */
  readonly describe: Describe;
  readonly announce: Announce;
  readonly open: (destination?: Destination) => void;
  readonly quit: () => void;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isDemo: boolean;
  /** Folder of the tray's pictures. */
  readonly pictures: string;
  /** The tray icon came to be seen. */
  readonly onTrayShown: () => void;
}

export interface Presence {
  readonly copy: CopyToken;
  /** False on a desktop without a tray, and before `known`. */
  readonly hasTray: boolean;
  /** Resolves when it is known whether the tray can be seen. */
  readonly known: Promise<void>;
  /** Takes a copied token off the clipboard, if it is still there. */
  close(): Promise<void>;
}

/** After ready. */
export function createPresence(parts: PresenceParts): Presence {
  const { ports, changes, describe, announce, open, quit, platform, environment, isDemo, pictures } = parts;
  const { clock, settings } = ports;
  const isWayland = isNativeWayland(platform, environment, app.commandLine.getSwitchValue('ozone-platform'));

  const clipboard = createTokenClipboard({
    clock,
    port: systemClipboard,
    platform,
    marker: `dev.tokentray.${randomUUID()}`,
    stayMs: () => clipboardStayMs(settings),
    whenWritable: isWayland ? whenFocused : (run) => run(),
  });
  const writeFocused = createWriteFocused({ clock, isFocused, openWindow: openCopyWindow });
  const copy = createCopyToken({ ports, clipboard, ...(isWayland ? { writeFocused } : {}) });
  const tray = createTray({
    ports,
    changes,
    copy,
    confirm: confirmIdentity,
    describe,
    announce,
    open,
    quit,
    platform,
    desktop: environment['XDG_CURRENT_DESKTOP'],
    isDemo,
    pictures,
    onShown: parts.onTrayShown,
  });
  const notifications = createNotifications({ ports, changes, describe, announce, open });

  return {
    copy,
    get hasTray() {
      return tray.isShown;
    },
    known: tray.known,
    async close() {
      notifications.close();
      tray.close();
      await clipboard.close();
    },
  };
}

function isFocused(): boolean {
  return BrowserWindow.getFocusedWindow() !== null;
}
