/** Which way to a token to choose when, for each system that offers a choice. */
import type { AuthKind, SystemId } from '../profiles/profile.ts';

/** For somebody who has the tenant in front of them and must choose. */
export interface AuthGuide {
  readonly title: string;
  /** What it is best for, in a few words. */
  readonly bestFor: string;
  /** What the choice means, as one sentence. */
  readonly text: string;
  /** What must be at hand: the credential, and where it is made; no sentence. */
  readonly credential: string;
}

/** Falls back to what holds for every server. */
export function authGuide(system: SystemId, auth: AuthKind): AuthGuide {
  return ownGuides[system]?.[auth] ?? generalGuides[auth];
}

const generalGuides: Readonly<Record<AuthKind, AuthGuide>> = {
  client_credentials: {
    title: 'Client id and secret',
    bestFor: 'Scripts and integrations',
    text: 'Renews by itself, with nobody at the keyboard; the token is for the client and for no user.',
    credential: 'Client id and client secret',
  },
  authorization_code: {
    title: 'Sign in with the browser',
    bestFor: 'Daily work as yourself',
    text: 'The token is yours, with single sign-on and a second factor, and renews until your session ends.',
    credential: 'Id of a client that is registered with a redirect URI',
  },
  device_code: {
    title: 'Sign in with a code',
    bestFor: 'Another machine, no browser',
    text: 'You type a short code in a browser on any device, and the token is yours until your session ends.',
    credential: 'Id of a client that may use device codes',
  },
  jwt_bearer: {
    title: 'Service account with a key',
    bestFor: 'Scripts without a secret',
    text: 'Renews by itself: a private key signs each request, and never leaves this computer.',
    credential: 'Client id and private key (JWK)',
  },
  api_key: {
    title: 'API key',
    bestFor: 'APIs without OAuth',
    text: 'A fixed key that was made by hand: Tokentray keeps and copies it, and nothing is renewed.',
    credential: 'API key and the address of its API',
  },
  linked: {
    title: 'Token of another profile',
    bestFor: 'One login for two APIs',
    text: 'Both profiles hand out the same token, and it renews with the other one.',
    credential: 'A profile that is here already',
  },
};

const ownGuides: Readonly<Partial<Record<SystemId, Readonly<Partial<Record<AuthKind, AuthGuide>>>>>> = {
  isc: {
    client_credentials: {
      title: 'Personal access token or API client',
      bestFor: 'Daily work and scripts',
      text: 'Renews by itself: a personal access token may do what you may; an API client stands for no user, and some APIs refuse it.',
      credential: 'Client ID and Secret, from Preferences or from API Management',
    },
    authorization_code: {
      title: 'Sign in with the browser',
      bestFor: 'Web sign-in, SSO',
      text: 'You sign in as yourself, with single sign-on and strong authentication, and stay signed in until the session ends.',
      credential: 'Id of an API client with AUTHORIZATION_CODE, and one of its redirect URIs',
    },
  },
  nerm: {
    linked: {
      title: 'Token of an ISC profile',
      bestFor: 'Recommended',
      text: 'NERM takes the token of an ISC personal access token, with what its user may do, and both renew as one.',
      credential: 'A profile of SailPoint ISC that is here already',
    },
    api_key: {
      title: 'NERM API key',
      bestFor: 'Older tenants',
      text: 'A fixed key of which no end is known; tenants made after June 2025 take personal access tokens alone.',
      credential: 'API key, from Admin > System > Api',
    },
  },
  aic: {
    jwt_bearer: {
      title: 'Service account with a key',
      bestFor: 'All APIs but logs',
      text: 'Renews by itself every 15 minutes, with as many of the service account’s scopes as you ask for.',
      credential: 'Id and private key of a service account',
    },
    api_key: {
      title: 'Log API key',
      bestFor: 'Audit and debug logs',
      text: 'A key and a secret, each in a header, for the monitoring API alone; nothing is renewed.',
      credential: 'API key and secret, from Log API keys',
    },
  },
  netfoundry: {
    client_credentials: {
      title: 'API account',
      bestFor: 'Scripts and integrations',
      text: 'Renews by itself, with what the roles of the API account allow.',
      credential: 'Client id and password, or credentials.json',
    },
  },
};
