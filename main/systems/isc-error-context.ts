/** What explanations of SailPoint ISC failures need to know of the profile: where to click, and what decides about the host. */
import { given } from '../error-texts/phrases.ts';
import type { ErrorData } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { iscApiOrigin, iscEndpoints, iscPages } from './isc-endpoints.ts';
import type { Explanation } from './system.ts';

export interface IscErrorContext {
  readonly profile: Profile;
  /** Where a person finds the personal access tokens. */
  readonly tokensPage: string;
  /** Where an administrator finds the API clients. */
  readonly clientsPage: string;
  /** What decides about the host of token requests, and what it should be. */
  readonly hostAdvice: string;
}

export type IscExplain = (data: ErrorData, context: IscErrorContext) => Partial<Explanation>;

export function iscErrorContext(profile: Profile): IscErrorContext {
  const ui = iscApiOrigin(profile) === undefined ? profile.endpoints?.ui : iscEndpoints(profile).ui;
  const pages = ui === undefined ? undefined : iscPages(ui);
  return {
    profile,
    tokensPage: pages?.tokens ?? 'Preferences > Personal Access Tokens',
    clientsPage: pages?.clients ?? 'Admin > Global > Security Settings > API Management',
    hostAdvice:
      profile.endpoints?.token === undefined
        ? `Check the tenant name${given(' ', quoted(profile.tenant))}: ${rightHost}, and the name is under Dashboard > Overview > Org Name`
        : `Check "endpoints.token" of the profile: ${rightHost}`,
  };
}

const rightHost = 'token requests go to {tenant}.api.identitynow.com, not to the host of the user interface';

const quoted = (text: string | undefined) => (text === undefined ? undefined : `"${text}"`);

/** Ids of personal access tokens may be 32 hex digits, so the missing dashes alone say nothing. */
export function legacyHint({ clientId = '' }: Profile): string {
  if (clientId === '' || clientId.includes('-') || /^[0-9a-f]{32}$/i.test(clientId)) return '';
  return '; an id without dashes may belong to a legacy API client, which ISC no longer accepts';
}
