/** Everything that the application puts on the clipboard, whoever asks for it. */
import { app, BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import { createTokenClipboard } from './clipboard-token.ts';
import { systemClipboard, whenFocused } from './clipboard.ts';
import { createWriteFocused } from './copy-focused.ts';
import { createCopyText } from './copy-text.ts';
import type { CopyText } from './copy-text.ts';
import { createCopyToken } from './copy-token.ts';
import type { CopyToken } from './copy-token.ts';
import { isNativeWayland } from './copy-wayland.ts';
import { openCopyWindow } from './copy-window.ts';
import type { DesktopPorts } from './ports.ts';
import { createProductionGuard } from './production-guard.ts';

export interface CopyingParts {
  readonly ports: Pick<DesktopPorts, 'clock' | 'storage' | 'engine' | 'settings'>;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Copying {
  readonly token: CopyToken;
  readonly text: CopyText;
  /** Takes a copied token off the clipboard, if it is still there. */
  close(): Promise<void>;
}

/** After ready. */
export function createCopying({ ports, platform, environment }: CopyingParts): Copying {
  const { clock, settings } = ports;
  const isWayland = isNativeWayland(platform, environment, app.commandLine.getSwitchValue('ozone-platform'));
  const clipboard = createTokenClipboard({
    clock,
    port: systemClipboard,
    platform,
    marker: `dev.tokentray.${randomUUID()}`,
    whenWritable: isWayland ? whenFocused : (run) => run(),
  });
  const writeFocused = createWriteFocused({ clock, isFocused, openWindow: openCopyWindow });
  const way = isWayland ? { writeFocused } : {};
  return {
    token: createCopyToken({ ports, clipboard, guard: createProductionGuard(clock, settings), ...way }),
    text: createCopyText({ port: systemClipboard, ...way }),
    close: () => clipboard.close(),
  };
}

function isFocused(): boolean {
  return BrowserWindow.getFocusedWindow() !== null;
}
