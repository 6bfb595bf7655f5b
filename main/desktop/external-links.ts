/** The one list of addresses outside the application that it may open in the person's browser. */
import { TokentrayError } from '../errors.ts';
import { isHttpsOrLoopback } from '../profiles/loopback.ts';
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

/** Longer ones no browser needs to be given; Windows takes no more than 2,081 characters, and says so. */
const longestAddress = 8_192;

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
      return openAllowed(address, safeUrl(address) !== undefined);
    },
  };
}

/**
 * A device code's page may be anywhere, as its server says (RFC 8628 section 3.2). The authorization endpoint is the
 * profile's own (RFC 6749 section 3.1), and so must be where the browser goes first.
 */
function isSignInPage(profile: Profile, address: string): boolean {
  const url = safeUrl(address);
  if (url === undefined) return false;
  if (profile.auth === 'device_code') return true;
  const { authorize } = systemOf(profile).endpoints(profile);
  return authorize !== undefined && URL.parse(authorize)?.origin === url.origin;
}

/**
 * https, or http to this machine, where a person tries things out. Undefined for what URL parsers and the programs that are handed an address might read differently: control characters
 * and blanks, which a parser drops, backslashes, which it turns, whatever stands before an @, and excess length.
 */
function safeUrl(address: string): URL | undefined {
  const isPlain = address.length <= longestAddress && /^[!-[\]-~]+$/.test(address);
  if (!isPlain || !/^https?:\/\/[^@/?#]+(?:[/?#]|$)/i.test(address)) return undefined;
  const url = URL.parse(address);
  return url !== null && isHttpsOrLoopback(url) ? url : undefined;
}
