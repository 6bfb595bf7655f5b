/** Finds the API host of a SailPoint ISC tenant in what people give as its name, and explains what is not one. */
import type { Issue } from '../errors.ts';
import { isLoopbackHost } from '../profiles/loopback.ts';

const domain = 'identitynow.com';
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Origin of the tenant's API, or what is wrong with the field `tenant`. */
export type IscTenant =
  | { readonly api: string }
  /** `vanityHost`: nothing is known of this host, which may be a vanity address of a tenant. */
  | { readonly issue: Issue; readonly vanityHost?: string };

/**
 * Takes a tenant name (`acme-sb`) or an API host (`acme.api.identitynow-demo.com`), which may have `https://` before and
 * a slash behind it. The hosts of the user interface and vanity hosts get an issue that names the right one or where to
 * find it.
 */
export function readIscTenant(tenant: string): IscTenant {
  const text = tenant.toLowerCase();
  if (label.test(text) && !isLoopbackHost(text)) return { api: `https://${text}.api.${domain}` };
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  if (url !== null && isLoopbackHost(url.hostname)) {
    return issue('Is this machine and no tenant: for a server that runs here give endpoints.token instead.');
  }
  if (url === null || !url.hostname.split('.').every((part) => label.test(part))) return issue(notAHost);
  if (url.protocol !== 'https:') return issue('Must be reached by https; write the host alone.', url.host);
  if (url.username !== '' || url.password !== '') return issue('Must not hold a user name or password.');
  return readHost(url);
}

function readHost(url: URL): IscTenant {
  const [name = '', second, ...rest] = url.hostname.split('.');
  if (second === 'api' && rest.length > 0) {
    if (url.pathname === '/' && url.search === '' && url.hash === '') return { api: url.origin };
    return issue('Must be the tenant name or the API host alone, without a path.', url.host);
  }
  if (second === 'api') return issue('Is only a part of an API host; give the tenant name.', name);
  const ui = /^(identitynow|identitynow-demo)\.com$/.exec([second, ...rest].join('.'));
  if (ui !== null && name !== 'api') {
    const suggestion = ui[1] === 'identitynow' ? name : `${name}.api.${ui[0]}`;
    return issue(
      'Is the host of the ISC user interface; token requests go to the API host. Give the tenant name or the API host.',
      suggestion,
    );
  }
  if (url.hostname.endsWith('.login.sailpoint.com')) {
    return issue(
      'Is the host on which people sign in; token requests go to the API host. Give the tenant name or the API host.',
      name,
    );
  }
  if (/^(api\.)?(identitynow(-demo)?|sailpoint)\.com$/.test(url.hostname)) return issue(notAHost);
  const told = issue(
    `Is neither a tenant name nor an API host. If it is a vanity address of your tenant, sign in there, open https://${url.hostname}/ui/session in the same browser and give the host of its "baseUrl"; or give the tenant name from Dashboard > Overview > Org Name.`,
  );
  return { ...told, vanityHost: url.host };
}

const notAHost = 'Must be the tenant name, such as acme, or the full API host, such as acme.api.identitynow.com.';

function issue(message: string, suggestion?: string): IscTenant {
  return {
    issue: { path: 'tenant', message, example: 'acme', ...(suggestion === undefined ? {} : { suggestion }) },
  };
}

/**
 * Origin of the tenant's user interface, as the vendor derives it from an API host: `acme.api.identitynow.com` belongs to
 * `acme.identitynow.com`. Undefined for hosts of another form. A tenant with a vanity address may redirect from there.
 */
export function iscUiOrigin(apiOrigin: string): string | undefined {
  const [name, second, ...rest] = (URL.parse(apiOrigin)?.hostname ?? '').split('.');
  return second === 'api' && rest.length > 0 ? `https://${name}.${rest.join('.')}` : undefined;
}

/**
 * Where people sign in, as far as it follows from an API host: tenants of identitynow.com on `{tenant}.login.sailpoint.com`;
 * those of other domains of the same form on the host of their user interface, as all did before. `/oauth/info` knows better.
 */
export function iscAuthorizeEndpoint(apiOrigin: string): string | undefined {
  const ui = iscUiOrigin(apiOrigin);
  if (ui === undefined) return undefined;
  const [name, ...rest] = new URL(ui).hostname.split('.');
  return rest.join('.') === domain ? `https://${name}.login.sailpoint.com/oauth/authorize` : `${ui}/oauth/authorize`;
}
