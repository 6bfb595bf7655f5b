/** Where a PingOne AIC tenant is, and which of its paths take the token of a service account. */
import type { Profile } from '../profiles/profile.ts';
import { readAicTenant } from './aic-tenant.ts';
import type { Endpoints, ProbeCall, SystemLink } from './system.ts';

/** The built-in public client of every tenant, for service accounts alone. */
export const aicClientId = 'service-account';

/** The realms of every tenant; the first is taken where a profile names none. */
export const aicRealms = ['alpha', 'bravo'] as const;

/** As the vendor lists them: `/*` stands for everything below; ESV endpoints have items below them as well. */
export const aicTokenPaths = [
  '/am/*',
  '/openidm/*',
  '/.well-known/*',
  '/environment/certificates',
  '/environment/csrs',
  '/environment/content-security-policy/*',
  '/environment/cookie-domains',
  '/environment/custom-domains',
  '/environment/promotion/*',
  '/environment/proxy-connect/*',
  '/environment/release',
  '/environment/restart',
  '/environment/secrets',
  '/environment/variables',
  '/environment/sso-cookie',
  '/environment/telemetry',
] as const;

/** Whether the token of a service account works at this path of the tenant. */
export function isAicTokenPath(pathname: string): boolean {
  return aicTokenPaths.some((listed) => {
    const base = listed.replace(/\/\*$/, '');
    return pathname === base || pathname.startsWith(`${base}/`);
  });
}

export function aicEndpoints(profile: Profile): Endpoints {
  const { auth, endpoints: own } = profile;
  const origin = tenantOrigin(profile);
  const api = own?.api ?? origin;
  const token = own?.token ?? (origin === undefined ? undefined : `${origin}/am/oauth2/access_token`);
  return {
    ...(auth === 'api_key' || token === undefined ? {} : { token }),
    ...(api === undefined ? {} : { api: api.replace(/\/+$/, '') }),
  };
}

/** From the tenant, else from the token endpoint. */
function tenantOrigin({ tenant, endpoints: own }: Profile): string | undefined {
  const found = tenant === undefined ? undefined : readAicTenant(tenant);
  if (found !== undefined && 'origin' in found) return found.origin;
  return own?.token === undefined ? undefined : new URL(own.token).origin;
}

/**
 * The `aud` of assertions: the token endpoint with its port written out, as
 * `https://openam-acme-ew2.id.forgerock.io:443/am/oauth2/access_token`. Call only with a profile of `jwt_bearer`.
 */
export function aicAudience(profile: Profile): string {
  const endpoint = aicEndpoints(profile).token ?? '';
  // As text: the URL class takes the scheme's own port away again.
  return endpoint.replace(
    /^(https?):\/\/(\[[^\]]*\]|[^/:?#]+)(:\d+)?/i,
    (_, scheme: string, host: string, port: string | undefined) =>
      `${scheme}://${host}${port ?? (scheme.toLowerCase() === 'https' ? ':443' : ':80')}`,
  );
}

/** A request that a token of this scope may make, the one that shows most; the log API has one of its own. */
export function aicProbe(profile: Profile, scope: string | undefined): ProbeCall | undefined {
  if (profile.auth === 'api_key') return { path: '/monitoring/logs/sources' };
  const granted = new Set((scope ?? profile.scope ?? '').split(' '));
  if (granted.has('fr:idm:*')) {
    const users = `${profile.realm ?? aicRealms[0]}_user`;
    return { path: `/openidm/managed/${users}?_pageSize=1&_fields=userName&_queryFilter=true` };
  }
  if (granted.has('fr:idc:esv:*') || granted.has('fr:idc:esv:read')) return { path: '/environment/secrets' };
  if (granted.has('fr:am:*')) return { path: '/am/json/serverinfo/*' };
  return undefined;
}

export function aicLinks(profile: Profile): readonly SystemLink[] {
  const origin = tenantOrigin(profile);
  return [
    ...(origin === undefined
      ? []
      : [{ id: 'credentials', label: 'Admin console', url: `${origin}/login/admin` } as const]),
    {
      id: 'documentation',
      label: profile.auth === 'api_key' ? 'How to make an API key' : 'How to make a service account',
      url:
        profile.auth === 'api_key'
          ? 'https://docs.pingidentity.com/pingoneaic/developer-docs/authenticate-to-rest-api-with-api-key-and-secret.html'
          : 'https://docs.pingidentity.com/pingoneaic/tenants/service-accounts.html',
    },
  ];
}
