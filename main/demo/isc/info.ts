/** What a demo tenant of ISC says of itself at `/oauth/info`, to everybody. */
import type { TenantIdentity } from './tokens.ts';

/** Exactly the members that the vendor's page documents. */
export function oauthInfo(
  tenant: TenantIdentity,
  { api, login }: { readonly api: string; readonly login: string },
): Readonly<Record<string, string>> {
  return {
    tenantId: tenant.tenantId,
    tenantName: tenant.org,
    authorizeEndpoint: `${login}/oauth/authorize`,
    tokenEndpoint: `${api}/oauth/token`,
    cloudDomainUrl: login,
    logoutUrl: `${login}/logout`,
    pod: tenant.pod,
  };
}
