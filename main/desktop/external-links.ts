/** The one list of addresses outside the application that it may open in the person's browser. */
import { TokentrayError } from '../errors.ts';
import { pageUrl } from '../profiles/page-url.ts';
import type { Profile } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import type { SystemLink } from '../systems/system.ts';

const project = 'https://github.com/tokentray/tokentray';

const links = {
  help: `${project}#readme`,
  releases: `${project}/releases`,
  security: `${project}/security`,
} as const;

export type ExternalLink = keyof typeof links;

/**
 * The one way to `shell.openExternal`. All reject with `internal.bad_request` for whatever is not allowed, and with
 * `internal.unexpected` when the system opens nothing.
 */
export interface ExternalLinks {
  open(link: ExternalLink): Promise<void>;
  /** The page on which a person signs in: that of the profile's own authorization server, or where its device code leads. */
  openSignIn(profile: Profile, address: string): Promise<void>;
  /** A page of the profile's system, of those that its system lists. */
  openSystemLink(profile: Profile, link: SystemLink['id']): Promise<void>;
}

/** `openExternal`: that of Electron's shell. */
export function createExternalLinks(openExternal: (address: string) => Promise<void>): ExternalLinks {
  async function openAllowed(address: string, isAllowed: boolean): Promise<void> {
    if (!isAllowed) {
      throw new TokentrayError('internal.bad_request', { data: { detail: 'an address that is not opened' } });
    }
    try {
      await openExternal(address);
    } catch {
      throw new TokentrayError('internal.unexpected', { data: { detail: 'no browser could be opened' } });
    }
  }
  return {
    open: (link) => openAllowed(links[link], Object.hasOwn(links, link)),
    openSignIn: (profile, address) => openAllowed(address, isSignInPage(profile, address)),
    openSystemLink(profile, link) {
      const listed = systemOf(profile).links?.(profile) ?? [];
      const address = listed.find(({ id }) => id === link)?.url ?? '';
      return openAllowed(address, pageUrl(address) !== undefined);
    },
  };
}

/**
 * A device code's page may be anywhere, as its server says (RFC 8628 section 3.2). The authorization endpoint is the
 * profile's own (RFC 6749 section 3.1), and so must be where the browser goes first.
 */
function isSignInPage(profile: Profile, address: string): boolean {
  const url = pageUrl(address);
  if (url === undefined) return false;
  if (profile.auth === 'device_code') return true;
  const { authorize } = systemOf(profile).endpoints(profile);
  return authorize !== undefined && URL.parse(authorize)?.origin === url.origin;
}
