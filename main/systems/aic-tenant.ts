/** Finds the tenant FQDN of PingOne Advanced Identity Cloud in what people give for it, and explains what is not one. */
import type { Issue } from '../errors.ts';

const example = 'openam-acme-ew2.id.forgerock.io';

/** Domains under which the vendor puts the tenant environments themselves. */
const tenantDomains = /\.(forgerock\.io|forgeblocks\.com)$/;

/** Origin of the tenant environment, or what is wrong with the field `tenant`. */
export type AicTenant = { readonly origin: string } | { readonly issue: Issue };

/** Takes the FQDN alone, as `openam-acme-ew2.id.forgerock.io`; a port other than 443 stays. */
export function readAicTenant(tenant: string): AicTenant {
  const text = tenant.toLowerCase();
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  if (url === null || !url.hostname.includes('.')) return issue(notAnFqdn);
  if (url.username !== '' || url.password !== '') return issue('Must not hold a user name or password.');
  const isTenant = tenantDomains.test(url.hostname);
  const suggestion = isTenant ? url.host : undefined;
  const page = `${url.pathname}${url.search}${url.hash}`;
  if (/realms?[/=]|[/=](alpha|bravo)\b/.test(page)) {
    return issue(
      'Is an address of one realm. Tokens of service accounts are given out by the tenant FQDN alone; the realm goes into "realm".',
      suggestion,
    );
  }
  if (page.startsWith('/login') || page.startsWith('/platform') || page.startsWith('/admin')) {
    return issue('Is an address of the admin console: give its host alone, the tenant FQDN.', suggestion);
  }
  if (!isTenant) {
    return issue(
      'Is no tenant FQDN, which ends in forgerock.io; it may be a custom domain or a realm alias, which give no tokens to service accounts. The admin console shows the tenant FQDN in its address. If this is it all the same, leave "tenant" out and give "endpoints.token".',
    );
  }
  if (page !== '/' || text.includes('://')) {
    return issue('Must be the tenant FQDN alone, without https:// and without a path.', suggestion);
  }
  return { origin: url.origin };
}

const notAnFqdn = `Must be the full host name of the tenant environment, such as ${example}.`;

function issue(message: string, suggestion?: string): AicTenant {
  return { issue: { path: 'tenant', message, example, ...(suggestion === undefined ? {} : { suggestion }) } };
}
