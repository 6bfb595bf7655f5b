/** The profiles of the demo: one of each system, ready to use, and two that show what can go wrong. */
import type { Profile, Secrets } from '../profiles/profile.ts';
import { newSecret, type DemoTenants } from './demo-tenants.ts';
import type { DemoClient } from './isc/clients.ts';
import type { IscTenant } from './isc/tenant.ts';

export interface DemoProfile {
  readonly profile: Profile;
  readonly secrets: Secrets;
}

/** The name of the one that is the default. */
export const defaultDemoProfile = 'demo-acme';

/** In an order in which they can be added: what is linked comes after what it uses. */
export function demoProfiles(tenants: DemoTenants): readonly DemoProfile[] {
  const { isc, iscClients, nerm, aic, serviceAccount, netfoundry, netfoundryClient, oidc, oidcClient } = tenants;
  const { acme, flaky, signIn } = iscClients;
  const scope = serviceAccount.scopes.join(' ');
  return [
    withToken(isc, acme, defaultDemoProfile, 'Works, and is renewed', acme.clientSecret),
    {
      profile: {
        ...common('demo-acme-web', 'ISC, with a sign-in in the browser'),
        system: 'isc',
        auth: 'authorization_code',
        clientId: signIn.clientId,
        redirectUri: signIn.redirectUri,
        endpoints: { ...iscEndpoints(isc), authorize: isc.authorizeEndpoint },
      },
      secrets: { clientSecret: signIn.clientSecret },
    },
    {
      profile: {
        ...common('demo-nerm', 'NERM, with the token of demo-acme'),
        system: 'nerm',
        auth: 'linked',
        uses: defaultDemoProfile,
        endpoints: { api: nerm.apiBase },
      },
      secrets: {},
    },
    {
      profile: {
        ...common('demo-aic', 'PingOne AIC, with a service account'),
        system: 'aic',
        auth: 'jwt_bearer',
        serviceAccountId: serviceAccount.id,
        scope,
        endpoints: { token: aic.tokenEndpoint, api: aic.apiBase },
      },
      secrets: { privateKeyJwk: serviceAccount.privateKeyJwk },
    },
    {
      profile: {
        ...common('demo-netfoundry', 'NetFoundry, with an API account'),
        system: 'netfoundry',
        auth: 'client_credentials',
        clientId: netfoundryClient.clientId,
        audience: netfoundry.audience,
        endpoints: { token: netfoundry.tokenEndpoint, api: netfoundry.apiBase },
      },
      secrets: { clientSecret: netfoundryClient.clientSecret },
    },
    {
      profile: {
        ...common('demo-oidc', 'OpenID Connect, with a sign-in in the browser'),
        system: 'oauth',
        auth: 'authorization_code',
        issuer: oidc.endpoints.issuer,
        clientId: oidcClient.clientId,
        scope: 'openid profile offline_access',
        endpoints: { api: oidc.endpoints.userInfo },
      },
      secrets: {},
    },
    withToken(isc, acme, 'demo-rejected', 'Its secret was replaced', newSecret()),
    withToken(isc, flaky, 'demo-flaky', 'Its server fails at times', flaky.clientSecret),
  ];
}

function withToken(
  isc: IscTenant,
  { clientId }: DemoClient,
  name: string,
  label: string,
  clientSecret: string,
): DemoProfile {
  const endpoints = iscEndpoints(isc);
  return {
    profile: { ...common(name, label), system: 'isc', auth: 'client_credentials', clientId, endpoints },
    secrets: { clientSecret },
  };
}

function iscEndpoints({ tokenEndpoint: token, apiBase: api, login }: IscTenant): NonNullable<Profile['endpoints']> {
  return { token, api, ui: login.origin };
}

function common(name: string, label: string): Pick<Profile, 'version' | 'name' | 'label' | 'environment'> {
  return { version: 1, name, label, environment: 'development' };
}
