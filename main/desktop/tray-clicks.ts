/** What clicks in the tray do: copying, sessions, and the messages about both. */
import type { CopyFromTrayParts } from './copy-from-tray.ts';
import { createCopyFromTray } from './copy-from-tray.ts';
import type { MenuAction } from './menu-model.ts';
import type { DesktopPorts } from './ports.ts';
import type { ProfileMessages } from './profile-messages.ts';
import { createTrayActions } from './tray-actions.ts';
import type { TrayActionParts } from './tray-actions.ts';
import type { TrayMoments } from './tray-moments.ts';
import { createTraySession } from './tray-session.ts';
import type { TraySessionParts } from './tray-session.ts';

export interface TrayClickParts
  extends
    Pick<CopyFromTrayParts, 'copy' | 'confirm'>,
    Pick<TraySessionParts, 'pages' | 'turns' | 'askToSignIn' | 'askToSignOut'>,
    Pick<TrayActionParts, 'open' | 'openLogs' | 'openSwitcher' | 'quit'> {
  readonly ports: TrayActionParts['ports'] & Pick<DesktopPorts, 'signIns'>;
  readonly messages: ProfileMessages;
  /** Id of the profile whose session gives another one its tokens; undefined where nobody signs in. */
  readonly sessionOf: (id: string) => string | undefined;
  readonly moments: TrayMoments;
}

export function createTrayClicks(parts: TrayClickParts): (action: MenuAction) => void {
  const { ports, copy, confirm, messages, moments } = parts;
  const { titleOf, tell } = messages;
  const session = createTraySession({
    ...parts,
    signIns: ports.signIns,
    titleOf,
    onLinkCopied: moments.copied,
    tell,
    fail: messages.fail,
  });

  /** What somebody can mend by signing in is asked and not told. */
  function fail(id: string, error: unknown): void {
    if (!session.takes(id, error)) messages.fail(id, error);
  }

  const copyFromTray = createCopyFromTray({
    copy,
    confirm,
    titleOf,
    moments,
    warnShortLife: (id, remainingMs) =>
      tell(id, `Copied, but it lives for only ${Math.floor(remainingMs / 1_000)} more seconds.`),
    fail,
  });
  return createTrayActions({ ...parts, copy: copyFromTray, session, fail });
}
