/** What a newcomer reads before there is a profile. */

export const firstTitle = 'Fresh tokens for every tenant, one click away';
export const firstText =
  'Add a tenant once. Tokentray keeps its access token fresh, shows how long it lives, and hands it over when you need it.';
export const firstSystems = 'SailPoint ISC and NERM, PingOne AIC, NetFoundry, and any other OAuth 2.0 server.';
export const firstAdd = 'Add a tenant';
export const firstDemo = 'Try it with a demo tenant';
export const firstImport = 'Import…';
export const firstSettings = 'Settings';
