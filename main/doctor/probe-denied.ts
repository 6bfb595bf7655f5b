/** What 401 and 403 mean with each system, as its vendor explains them. */
import { codes, given, itsWords, nameInCommand } from '../error-texts/phrases.ts';
import type { HttpAnswer } from '../http/http.ts';
import type { SystemId } from '../profiles/profile.ts';
import type { Explanation } from '../systems/system.ts';
import type { ProbeToken } from './probe-result.ts';
import type { ProbedCall } from './probe-target.ts';
import type { ServerWords } from './server-words.ts';

/** The token is not accepted: run out, revoked, of another tenant, or in the wrong header. */
export function unauthorized({ status, sentAtMs }: HttpAnswer, call: ProbedCall, said: ServerWords): Explanation {
  const { profile, token, target } = call;
  const { host } = target.url;
  const facts = codes({ status, ...said });
  const problem = target.checks.find(({ ok }) => ok === false)?.words;
  const command = `tokentray token ${nameInCommand({ profile: profile.name })} --force`;
  if (problem !== undefined) {
    return {
      what: `the server ${host} does not accept the token at this address${facts}.${itsWords(said)}`,
      next: problem,
    };
  }
  if (profile.auth === 'api_key') {
    return {
      what: `the server ${host} does not accept the API key${facts}: it is wrong or was deleted, or the API wants it in another header.${itsWords(said)}`,
      next: `Make a new key and enter it with "tokentray edit ${nameInCommand({ profile: profile.name })} --secrets -", and compare "apiKeyHeader" of the profile with what the API documents`,
    };
  }
  if (token.expiresAtMs !== null && sentAtMs >= token.expiresAtMs) {
    return {
      what: `The token had run out when it was sent, and ${host} does not accept it any more${facts}`,
      next: `Get a new one: ${command}`,
    };
  }
  return {
    what: `the server ${host} does not accept the token${facts}: it ${token.expiresAtMs === null ? 'has run out or ' : ''}was revoked, or another tenant issued it, or the API wants another kind of token.${owner(call)}${itsWords(said)}`,
    next:
      profile.auth === 'linked'
        ? `Check that "uses" of the profile names the tenant that belongs to ${host}, and get a new token: ${command}`
        : `Get a new one with "${command}"; if that is refused as well, check that token endpoint and API of the profile are of one tenant`,
  };
}

/** The organisation's name differs from the host's in many tenants, so it is told and not judged. */
function owner({ token: { identity } }: ProbedCall): string {
  return given(' By its claims it is for the organisation ', identity?.org) + (identity?.org === undefined ? '' : '.');
}

/** The token is good, and not enough. */
export function forbidden({ status }: HttpAnswer, call: ProbedCall, said: ServerWords): Explanation {
  const { what, next } = bySystem[call.profile.system](call, said.scope);
  return { what: `${what}${codes({ status, ...said })}.${itsWords(said)}`, next };
}

/** As far as its claims tell. */
function hasNoUser({ identity }: ProbeToken): boolean {
  return identity !== undefined && identity.user === undefined;
}

type Forbidden = (call: ProbedCall, wanted: string | undefined) => Explanation;

const bySystem: Readonly<Record<SystemId, Forbidden>> = {
  isc({ profile, token, target }) {
    const { user } = token.identity ?? {};
    if (profile.auth === 'client_credentials' && hasNoUser(token)) {
      return {
        what: `The token is good, and there is no user behind it: ${target.url.pathname} wants one, as most ISC APIs do, and an API client with client_credentials has none`,
        next: 'Use a personal access token in its place, or sign in with authorization_code',
      };
    }
    return {
      what: `The token is good, but ${user === undefined ? 'its user' : `its user ${user}`} has no access to ${target.url.pathname}`,
      next: `Check the user levels and access rights of that user${given(', and the scopes of the personal access token, which now are ', token.scope)}`,
    };
  },
  nerm({ profile, token, target }) {
    if (profile.auth === 'api_key') {
      return {
        what: `The key is good, and may not call ${target.url.pathname}`,
        next: 'Check what the API key was made for, in the setup of NERM',
      };
    }
    return hasNoUser(token)
      ? {
          what: 'The token is good, and there is no user behind it: NERM lets a token do what its user may do',
          next: 'Let "uses" of the profile name one with a personal access token',
        }
      : {
          what: `The token is good, and may not call ${target.url.pathname}`,
          next: 'It may do in NERM what the owner of the personal access token may do there: check the roles of that user in NERM',
        };
  },
  aic: ({ profile, token, target }) => ({
    what: `The ${profile.auth === 'api_key' ? 'key' : 'token'} is good, and may not call ${target.url.pathname}`,
    next:
      profile.auth === 'api_key'
        ? 'A log API key opens the monitoring API alone: use a service account for the other ones'
        : `Check the scopes of the service account${given('; those of the token are ', token.scope)}; /openidm wants fr:idm:*, /am wants fr:am:*, and each /environment one of its own such as fr:idc:esv:*`,
  }),
  netfoundry: ({ target }) => ({
    what: `The token is good, and its API credential may not call ${target.url.pathname}`,
    next: 'Check in the NetFoundry console which organisation and networks the credential has a role in',
  }),
  oauth: ({ target }, wanted) => ({
    what: `The token is good, and may not call ${target.url.pathname}${given('; that wants the scope ', wanted)}`,
    next:
      wanted === undefined
        ? 'Check the scope of the profile, and what its client or user may do'
        : 'Add it to "scope" of the profile, and have the client allowed to ask for it',
  }),
};
