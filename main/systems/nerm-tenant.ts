/** Finds the API of a SailPoint NERM tenant in what people give as its company, and explains what is not one. */
import type { Issue } from '../errors.ts';

const domain = 'nonemployee.com';
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const apiPath = '/api/v1';

/** Base of the tenant's API, or what is wrong with the field `tenant`. */
export type NermTenant = { readonly api: string } | { readonly issue: Issue };

/**
 * Takes the company (`acme`) or its host (`acme.nonemployee.com`), which may be written as an address, with the path of the
 * API or without. ISC hosts get an issue that tells the two systems apart.
 */
export function readNermTenant(tenant: string): NermTenant {
  const text = tenant.toLowerCase();
  if (label.test(text) && text !== 'localhost') return { api: apiOf(text) };
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  if (url === null || !url.hostname.includes('.')) return issue(notAHost);
  if (url.username !== '' || url.password !== '') return issue('Must not hold a user name or password.');
  const [company = '', ...rest] = url.hostname.split('.');
  if (rest.join('.') === domain && label.test(company)) {
    if (url.protocol !== 'https:') return issue('Must be reached by https; write the company alone.', company);
    if (url.port !== '' || !/^\/(api(\/v1)?\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
      return issue('Must be the company or its host alone, without a path.', company);
    }
    return { api: apiOf(company) };
  }
  if (/(^|\.)(identitynow|identitynow-demo|sailpoint)\.com$/.test(url.hostname)) {
    return issue(
      'Is a host of Identity Security Cloud; NERM has one of its own on nonemployee.com. Give the first part of the address that you open NERM with.',
    );
  }
  return issue(`Is no host of NERM. ${notAHost} For an API on another host give endpoints.api in place of the tenant.`);
}

function apiOf(company: string): string {
  return `https://${company}.${domain}${apiPath}`;
}

const notAHost = 'Must be the company, as in the address of NERM: acme for https://acme.nonemployee.com.';

function issue(message: string, suggestion?: string): NermTenant {
  return { issue: { path: 'tenant', message, example: 'acme', ...(suggestion === undefined ? {} : { suggestion }) } };
}
