/** Everything that is seen of the application without its window: the tray, its sign-ins, and what it notifies. */
import type { Destination } from '../../preload/replies.ts';
import type { Announce } from './announce.ts';
import { createCopying } from './copying.ts';
import type { Copying } from './copying.ts';
import { confirmCopy } from './copy-question.ts';
import { createCredentialPages } from './credential-pages.ts';
import type { ExternalLinks } from './external-links.ts';
import { createNotifications } from './notifications.ts';
import type { DesktopPorts } from './ports.ts';
import { createProfileMessages } from './profile-messages.ts';
import { createSessionDesk } from './session-desk.ts';
import type { SessionDesk } from './session-desk.ts';
import { askToSignIn, askToSignOut } from './sign-in-question.ts';
import type { StatusChanges } from './status-changes.ts';
import { createTray } from './tray.ts';
import type { TrayParts } from './tray.ts';
import type { Describe } from './watched-profiles.ts';

export interface PresenceParts {
  readonly ports: DesktopPorts;
  readonly changes: Pick<StatusChanges, 'onChange' | 'touch'>;
  readonly links: Pick<ExternalLinks, 'openSignIn' | 'openSystemLink'>;
  /** In the words of the window. */
  readonly describe: Describe;
  readonly announce: Announce;
  readonly open: (destination?: Destination) => void;
  /** The person looks at the window. */
  readonly isWindowOpen: () => boolean;
  readonly switcher: TrayParts['switcher'];
  /** Shows the folder of the log. Never rejects. */
  readonly openLogs: () => Promise<void>;
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
  readonly copying: Pick<Copying, 'token' | 'text'>;
  readonly sessions: SessionDesk;
  /** The tray says for a moment that this profile's token was copied. */
  readonly showCopied: (id: string) => void;
  /** Says where no window can that a copy has to be asked for once more, as a question came with it. */
  readonly askAgain: (id: string) => void;
  /** Says what went wrong with a profile where no window can. */
  readonly fail: (id: string, error: unknown) => void;
  /** False on a desktop without a tray, and before `known`. */
  readonly hasTray: boolean;
  /** Resolves when it is known whether the tray can be seen. */
  readonly known: Promise<void>;
  /** Takes a copied token off the clipboard, if it is still there. */
  close(): Promise<void>;
}

/** After ready. */
export function createPresence(parts: PresenceParts): Presence {
  const { ports, changes, links, describe, announce, open, openLogs, quit, platform, environment, isDemo, pictures } =
    parts;
  const copying = createCopying({ ports, platform, environment });
  const profileOf = (id: string) => ports.storage.profiles.get(id)?.profile;
  const messages = createProfileMessages({
    profileOf,
    describe,
    announce,
    open,
  });
  const sessions = createSessionDesk({
    ports,
    links,
    copyText: copying.text,
    messages,
    describe,
    showProfile: (id) => open({ view: 'profile', id }),
    onChange: changes.touch,
  });
  const tray = createTray({
    ports,
    changes,
    ...sessions,
    copy: copying.token,
    confirm: confirmCopy,
    messages,
    askToSignIn,
    askToSignOut,
    describe,
    open,
    openLogs,
    switcher: parts.switcher,
    quit,
    platform,
    desktop: environment['XDG_CURRENT_DESKTOP'],
    isDemo,
    pictures,
    onShown: parts.onTrayShown,
  });
  const notifications = createNotifications({
    ports,
    changes,
    describe,
    announce,
    open,
    signIn: (ids) => void sessions.turns.start(ids),
    credentialPages: createCredentialPages({ profileOf, links, fail: messages.fail }),
    isWindowOpen: parts.isWindowOpen,
  });

  return {
    copying,
    sessions,
    showCopied: (id) => tray.showCopied(messages.titleOf(id)),
    askAgain: (id) =>
      messages.tell(
        id,
        'Nothing was copied: this token has to be confirmed. Choose it once more in the quick switcher.',
      ),
    fail: messages.fail,
    get hasTray() {
      return tray.isShown;
    },
    known: tray.known,
    async close() {
      notifications.close();
      tray.close();
      await copying.close();
    },
  };
}
