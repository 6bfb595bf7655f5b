/** What the window may ask of the desktop, carried out by its parts. */
import type { AgentRole } from './desktop/agent-role.ts';
import type { ExternalLinks } from './desktop/external-links.ts';
import { chooseCertificates, chooseFile, chooseTarget } from './desktop/file-dialogs.ts';
import type { NetworkWatch } from './desktop/network-watch.ts';
import type { Presence } from './desktop/presence.ts';
import type { Desktop } from './ipc/ports.ts';

export interface DesktopParts extends Pick<
  Desktop,
  'isDemo' | 'platform' | 'quickSwitcher' | 'startDemo' | 'openLogs' | 'quit'
> {
  readonly presence: Presence;
  readonly links: ExternalLinks;
  readonly network: NetworkWatch;
  readonly role: AgentRole;
}

export function desktopForWindow({ presence, links, network, role, ...own }: DesktopParts): Desktop {
  const { copying, sessions } = presence;
  return {
    ...own,
    hasTray: () => presence.hasTray,
    isOnline: () => network.isOnline(),
    agentElsewhere: () => role.elsewhere(),
    copy: copying.token,
    copyText: (text) => copying.text('Tokentray', text),
    openLink: (link) => links.open(link),
    chooseFile,
    chooseCertificates,
    chooseTarget,
    openSystemLink: (profile, link) => links.openSystemLink(profile, link),
    openSignIn: async (id) => void (await sessions.pages.open(id)),
    copySignInLink: (id) => sessions.pages.copyLink(id),
    signInToAll: (ids) => void sessions.turns.start(ids),
    stopSigningIn: () => sessions.turns.cancelAll(),
    isSigningInToAll: () => sessions.turns.areUnderWay(),
    checkNetwork: () => network.check(),
  };
}
