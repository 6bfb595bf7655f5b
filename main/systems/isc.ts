/** SailPoint Identity Security Cloud: personal access tokens, API clients, and signing in as a person. */
import { checkIsc, iscAuths, iscLabel } from './isc-check.ts';
import { iscClaims, iscRights } from './isc-claims.ts';
import { iscEndpoints, iscLinks } from './isc-endpoints.ts';
import { explainIsc } from './isc-errors.ts';
import { iscFields } from './isc-fields.ts';
import { iscIdentity, iscIdentityNote } from './isc-identity.ts';
import type { System } from './system.ts';

/** The vendor's own example of a request with a token. */
const sampleCall = '/v3/account-activities?limit=1';

export const isc: System = {
  id: 'isc',
  label: iscLabel,
  summary: 'Identity Security Cloud, with a personal access token, an API client or your own sign-in.',
  auths: iscAuths,
  sampleCall,
  // The vendor's SDKs and command line read SAIL_BASE_URL, SAIL_CLIENT_ID and SAIL_CLIENT_SECRET and have no name for a
  // token: this one continues the series.
  tokenVariable: 'SAIL_ACCESS_TOKEN',
  fields: iscFields,
  check: checkIsc,
  endpoints: iscEndpoints,
  links: iscLinks,
  probe: () => ({ path: sampleCall }),
  explain: explainIsc,
  identity: iscIdentity,
  identityNote: iscIdentityNote,
  claims: iscClaims,
  rights: iscRights,
};
