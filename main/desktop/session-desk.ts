/** Sign-ins as the desktop offers them: in whose browser, in whose turn, and for which profile. */
import type { CopyText } from './copy-text.ts';
import type { ExternalLinks } from './external-links.ts';
import type { DesktopPorts } from './ports.ts';
import type { ProfileMessages } from './profile-messages.ts';
import { createSignInPages } from './sign-in-page.ts';
import type { SignInPages } from './sign-in-page.ts';
import { createSignInTurns } from './sign-in-turns.ts';
import type { SignInTurns } from './sign-in-turns.ts';
import { dueSignIns, titleOf, watchedProfiles } from './watched-profiles.ts';
import type { Describe, WatchedProfile } from './watched-profiles.ts';

export interface SessionDeskParts {
  readonly ports: Pick<DesktopPorts, 'signIns' | 'status' | 'storage'>;
  readonly links: Pick<ExternalLinks, 'openSignIn'>;
  readonly copyText: CopyText;
  readonly messages: Pick<ProfileMessages, 'fail'>;
  /** In the words of the window. */
  readonly describe: Describe;
  readonly showProfile: (id: string) => void;
  /** Several began or ended to be signed in to. */
  readonly onChange: () => void;
}

export interface SessionDesk {
  readonly pages: SignInPages;
  readonly turns: SignInTurns;
  /** Id of the profile whose session gives this one its tokens; undefined where nobody signs in. */
  sessionOf(id: string): string | undefined;
}

export function createSessionDesk(parts: SessionDeskParts): SessionDesk {
  const { ports, links, copyText, messages, describe, showProfile, onChange } = parts;
  const { signIns, storage } = ports;

  /** None while the database cannot be read: then nobody is asked for anything. */
  function profiles(): readonly WatchedProfile[] {
    try {
      return watchedProfiles(ports, describe);
    } catch {
      return [];
    }
  }

  const pages = createSignInPages({
    signIns,
    profileOf: (id) => storage.profiles.get(id)?.profile,
    links,
    copyText: (profile, text) => copyText(titleOf(profile), text),
    showProfile,
  });
  const turns = createSignInTurns({
    signIns,
    pages,
    isDue: (id) => dueSignIns(profiles()).includes(id),
    showProfile,
    fail: messages.fail,
    onChange,
  });
  return { pages, turns, sessionOf: (id) => profiles().find(({ status }) => status.id === id)?.session?.id };
}
