/** What is right and wrong with an address of an API, as the systems' vendors explain it. */
import type { Profile, SystemId } from '../profiles/profile.ts';
import { isAicTokenPath } from '../systems/aic-endpoints.ts';
import { iscUiOrigin } from '../systems/isc-tenant.ts';
import type { Explanation } from '../systems/system.ts';
import type { ProbeCheck } from './probe-result.ts';

/** Why the token of a profile is not sent to a URL of another origin than its API's. */
export function foreignHost(profile: Profile, url: URL, api: URL): Explanation {
  return byHost[profile.system]?.(url, api) ?? elsewhere(url, api);
}

function elsewhere(url: URL, api: URL): Explanation {
  return {
    what: `The address ${url.origin} is not the API of this profile, and its token is for ${api.origin} alone.`,
    next: 'Give an address of that API; if it is the wrong one, correct the tenant or "endpoints.api" of the profile.',
  };
}

const byHost: Readonly<Partial<Record<SystemId, (url: URL, api: URL) => Explanation | undefined>>> = {
  isc: iscHost,
  nerm: (url, api) =>
    /\.identitynow(-demo)?\.com$/.test(url.hostname)
      ? {
          what: `The host ${url.host} belongs to Identity Security Cloud, and this profile is for NERM, whose API is ${api.origin}.`,
          next: 'Probe it with the profile of that tenant, or give an address of NERM.',
        }
      : undefined,
  aic: (url, api) => ({
    what: `The address ${url.origin} is not the tenant of this profile, ${api.origin}; a custom domain is another place, too.`,
    next: `Give the address with the tenant's own name, ${api.host}.`,
  }),
};

/** The vendor's "Verify API endpoint calls": calls go through the API gateway. */
function iscHost(url: URL, api: URL): Explanation | undefined {
  const next = `Call it through the API gateway: ${api.origin}, then the version and the endpoint.`;
  if (url.hostname.endsWith('.login.sailpoint.com')) {
    return { what: `The host ${url.host} is where people sign in, and not the API.`, next };
  }
  if (url.origin === iscUiOrigin(api.origin) || /^[^.]+\.identitynow(-demo)?\.com$/.test(url.hostname)) {
    return { what: `The host ${url.host} shows the user interface, and is not the API.`, next };
  }
  if (!/^[^.]+\.api\.identitynow(-demo)?\.com$/.test(url.hostname)) return undefined;
  return {
    what: `The host ${url.host} is the API of another tenant than that of this profile, ${api.host}.`,
    next: 'Probe it with a profile of that tenant.',
  };
}

/** Whether the path can be one of this API. */
export function pathCheck(profile: Profile, url: URL, api: URL): ProbeCheck {
  const problem = (byPath[profile.system] ?? belowBase)(url.pathname, api.pathname, profile);
  return { name: 'path', ok: problem === undefined, words: problem ?? 'The path can be one of this API.' };
}

type PathProblem = (path: string, base: string, profile: Profile) => string | undefined;

const byPath: Readonly<Partial<Record<SystemId, PathProblem>>> = { isc: iscPath, aic: aicPath };

/** The vendor's "Verify you are calling their version correctly"; dated versions, and those behind the name, are newer. */
function iscPath(path: string): string | undefined {
  const isVersioned = /^\/(cc\/api|v2|v3|beta|v20\d\d|(?!api\/)[\w-]+\/v\d+)(\/|$)/.test(path);
  if (isVersioned || path.startsWith('/oauth/')) return undefined;
  const hint = path.startsWith('/api/') ? 'it begins with /api, which only the private ones do, as /cc/api' : undefined;
  return `The path names no version of the API${hint === undefined ? '' : `: ${hint}`}. It begins with /v3, /beta, /v2, /cc/api or a year such as /v2025.`;
}

/** Tokens of service accounts and keys of the log API open different parts of a tenant. */
function aicPath(path: string, _base: string, { auth }: Profile): string | undefined {
  if (auth === 'api_key') {
    return path.startsWith('/monitoring/') ? undefined : 'A log API key opens /monitoring alone.';
  }
  return isAicTokenPath(path)
    ? undefined
    : 'The path is none of those that the vendor lists for access tokens: /am, /openidm, /.well-known, and under /environment its APIs such as /environment/secrets.';
}

const belowBase: PathProblem = (path, base) => {
  const prefix = base.replace(/\/+$/, '');
  return path === prefix || path.startsWith(`${prefix}/`)
    ? undefined
    : `The path is not below the base of the API, which is ${prefix}.`;
};
