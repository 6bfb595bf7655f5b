/** Which tenant system answers at an address, as far as its host tells. */
import { readAicTenant } from '../systems/aic-tenant.ts';
import { readIscTenant } from '../systems/isc-tenant.ts';
import type { SystemId } from '../profiles/profile.ts';

export interface PlaceOfSystem {
  readonly system: SystemId;
  /** As the profile file wants it; absent for systems whose profiles name none. */
  readonly tenant?: string;
}

/** Undefined: any other server. */
export function systemAt(url: URL): PlaceOfSystem | undefined {
  const { hostname, host, pathname } = url;
  const isc = iscTenant(hostname);
  if (isc !== undefined) return { system: 'isc', tenant: isc };
  const company = /^([a-z0-9-]+)\.nonemployee\.com$/.exec(hostname)?.[1];
  if (company !== undefined) return { system: 'nerm', tenant: company };
  if ('origin' in readAicTenant(host)) return { system: 'aic', tenant: host };
  const isNetFoundry = /^netfoundry-[a-z0-9-]+\.(auth0\.com|auth\.[a-z0-9-]+\.amazoncognito\.com)$/.test(hostname);
  if (isNetFoundry || hostname.endsWith('.netfoundry.io')) return { system: 'netfoundry' };
  // A tenant with a custom domain: the token endpoint has to be named, as it stands.
  return pathname.endsWith('/am/oauth2/access_token') ? { system: 'aic' } : undefined;
}

const iscDomains = /^(identitynow|identitynow-demo)\.com$/;

/** The name of a tenant on identitynow.com, else the API host. */
function iscTenant(hostname: string): string | undefined {
  const [name = '', second = '', ...rest] = hostname.split('.');
  if (second === 'api' && iscDomains.test(rest.join('.'))) {
    const tenant = rest[0] === 'identitynow' ? name : hostname;
    return 'api' in readIscTenant(tenant) ? tenant : undefined;
  }
  if (hostname.endsWith('.login.sailpoint.com')) return name;
  const ui = iscDomains.exec([second, ...rest].join('.'))?.[1];
  if (ui === undefined || name === 'api' || name === 'www') return undefined;
  return ui === 'identitynow' ? name : `${name}.api.${ui}.com`;
}
