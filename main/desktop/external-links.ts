/** Addresses outside the application that it may open in the person's browser. */
import { TokentrayError } from '../errors.ts';

const project = 'https://github.com/tokentray/tokentray';

const links = {
  help: `${project}#readme`,
  releases: `${project}/releases`,
  security: `${project}/security`,
} as const;

type ExternalLink = keyof typeof links;

const hosts: ReadonlySet<string> = new Set(Object.values(links).map((link) => new URL(link).host));

/** https, and a host of the list; no port, user name or password. */
function isAllowedLink(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:') return false;
  return hosts.has(url.host) && url.username === '' && url.password === '';
}

/** The one way to `shell.openExternal`. Both reject with `internal.bad_request` for whatever is not allowed. */
export interface ExternalLinks {
  open(link: ExternalLink): Promise<void>;
  openAddress(address: string): Promise<void>;
}

/** `openExternal`: that of Electron's shell. */
export function createExternalLinks(openExternal: (address: string) => Promise<void>): ExternalLinks {
  const openAddress = async (address: string): Promise<void> => {
    if (isAllowedLink(address)) return openExternal(address);
    throw new TokentrayError('internal.bad_request', { data: { detail: 'an address that is not opened' } });
  };
  return { openAddress, open: (link) => openAddress(links[link]) };
}
