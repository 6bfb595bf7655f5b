/** Where a SailPoint ISC tenant is: its API, its sign-in, its user interface, and the pages people need. */
import type { Profile } from '../profiles/profile.ts';
import { iscAuthorizeEndpoint, iscUiOrigin, readIscTenant } from './isc-tenant.ts';
import type { Endpoints, SystemLink } from './system.ts';

/** What the profile names wins over what follows from its tenant. */
export function iscEndpoints(profile: Profile): Endpoints {
  const { endpoints: own } = profile;
  const base = iscApiOrigin(profile) ?? '';
  const authorize = own?.authorize ?? iscAuthorizeEndpoint(base);
  const ui = own?.ui ?? iscUiOrigin(base);
  return {
    token: own?.token ?? `${base}/oauth/token`,
    info: own?.info ?? `${base}/oauth/info`,
    api: withoutSlash(own?.api ?? base),
    ...(authorize === undefined ? {} : { authorize }),
    ...(own?.revoke === undefined ? {} : { revoke: own.revoke }),
    ...(ui === undefined ? {} : { ui: withoutSlash(ui) }),
  };
}

/** From the tenant, else from the token endpoint; undefined only for a profile that `check` refuses. */
export function iscApiOrigin({ tenant, endpoints: own }: Profile): string | undefined {
  const found = tenant === undefined ? undefined : readIscTenant(tenant);
  if (found !== undefined && 'api' in found) return found.api;
  return own?.token === undefined ? undefined : new URL(own.token).origin;
}

/** Pages that the vendor documents, where the host of the user interface is known. */
export function iscPages(ui: string): { readonly tokens: string; readonly clients: string; readonly session: string } {
  return {
    tokens: `${ui}/ui/d/user-preferences/personal-access-tokens`,
    clients: `${ui}/ui/admin/#admin:global:security:apimanagementpanel`,
    session: `${ui}/ui/session`,
  };
}

export function iscLinks(profile: Profile): readonly SystemLink[] {
  const { ui } = iscEndpoints(profile);
  if (ui === undefined) return vanityLinks(profile);
  const { tokens, clients, session } = iscPages(ui);
  return [
    { id: 'credentials', label: 'Personal access tokens', url: tokens },
    { id: 'clients', label: 'API clients', url: clients },
    sessionLink(session),
    { id: 'sign-out', label: 'Sign out of ISC', url: `${ui}/logout` },
  ];
}

/** Whoever is signed in at a vanity address is told there which API host the tenant has. */
function vanityLinks({ tenant }: Profile): readonly SystemLink[] {
  const found = tenant === undefined ? undefined : readIscTenant(tenant);
  if (found === undefined || !('vanityHost' in found)) return [];
  return [sessionLink(iscPages(`https://${found.vanityHost}`).session)];
}

function sessionLink(url: string): SystemLink {
  return { id: 'session', label: 'Session and API host', url };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
