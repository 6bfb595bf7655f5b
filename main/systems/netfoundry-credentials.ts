/** Recognises the `credentials.json` of a NetFoundry API account, and makes the profile of it. */
import { isPlainObject } from '../profiles/plain-object.ts';
import type { Profile, Secrets } from '../profiles/profile.ts';
import { urlProblem } from '../profiles/url-rule.ts';
import { suggestValue } from '../profiles/value-suggestions.ts';

export interface NetFoundryAccount {
  readonly profile: Profile;
  readonly secrets: Secrets & { readonly clientSecret: string };
}

/**
 * Takes the file as JSON.parse reads it: `clientId`, `password` and `authenticationUrl`, as the vendor's console writes it, or
 * the same in the words of OAuth (`client_id`, `client_secret`, `authentication_url`). Undefined for anything else, and for an
 * address that no secret may be sent to. The profile's name is a proposal.
 */
export function readNetFoundryCredentials(value: unknown): NetFoundryAccount | undefined {
  if (!isPlainObject(value)) return undefined;
  const clientId = textOf(value, 'clientId', 'client_id');
  const clientSecret = textOf(value, 'password', 'client_secret', 'clientSecret');
  const token = textOf(value, 'authenticationUrl', 'authentication_url');
  if (clientId === undefined || clientSecret === undefined || token === undefined) return undefined;
  if (urlProblem(token) !== undefined) return undefined;
  const stage = stageOf(token);
  return {
    profile: {
      version: 1,
      name: suggestValue('name', textOf(value, 'name') ?? '') ?? 'netfoundry',
      system: 'netfoundry',
      auth: 'client_credentials',
      clientId,
      ...(stage === 'production' ? { environment: stage } : {}),
      ...(isAuth0(token) ? auth0Shape(token, stage) : newerShape(token, stage)),
    },
    secrets: { clientSecret },
  };
}

function textOf(value: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined {
  const found = names.map((name) => value[name]).find((each) => typeof each === 'string' && each.trim() !== '');
  return typeof found === 'string' ? found.trim() : undefined;
}

/** The vendor's stages have hosts of their own: `https://netfoundry-production-….amazoncognito.com`. */
function stageOf(token: string): string {
  return /^netfoundry-([a-z0-9]+)[.-]/.exec(new URL(token).hostname)?.[1] ?? 'production';
}

function isAuth0(token: string): boolean {
  return new URL(token).hostname.endsWith('.auth0.com');
}

function gateway(stage: string): string {
  return `https://gateway.${stage}.netfoundry.io/`;
}

/** What the older page documents is the default; another stage has everything at hosts of its own. */
function auth0Shape(token: string, stage: string): Partial<Profile> {
  if (stage === 'production') return { endpoints: { token } };
  return { audience: gateway(stage), endpoints: { token, api: `${gateway(stage)}rest/v1` } };
}

/** Any scope will do, and without one the identity provider refuses. */
function newerShape(token: string, stage: string): Partial<Profile> {
  return {
    scope: `${gateway(stage)}/ignore-scope`,
    endpoints: { token, api: `${gateway(stage)}core/v2` },
    request: { body: 'form', clientAuth: 'client_secret_basic' },
  };
}
