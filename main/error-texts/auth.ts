/** Texts for `auth.*`: the server, or we ourselves, will not give a token. */
import type { ErrorData } from '../errors.ts';
import { oauthReasons, statusReasons } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { codes, given, itsWords, nameInCommand, server, theProfile } from './phrases.ts';
import type { ErrorTemplates } from './phrases.ts';
import { inSecretNames } from './secret-names.ts';

const unexplained: Refusal = {
  reason: 'it gave no reason that can be understood',
  next: 'Compare the profile with what the server documents, or ask whoever runs the server',
};

function refusal({ oauthError, status }: ErrorData): Refusal {
  if (oauthError) {
    return oauthReasons.get(oauthError) ?? { ...unexplained, reason: `it gave a reason of its own, "${oauthError}"` };
  }
  return (status === undefined ? undefined : statusReasons.get(status)) ?? unexplained;
}

/** Another program has it, unless the system says something else. */
function portReason({ systemCode }: ErrorData): string {
  if (systemCode === undefined || systemCode === 'EADDRINUSE') return 'another program uses the port';
  return systemCode === 'EACCES' ? 'this system does not permit the port' : `system error ${systemCode}`;
}

export const authTexts: ErrorTemplates<'auth'> = {
  'auth.sign_in_needed': {
    what: (data) => `${theProfile(data)} is not signed in${codes(data)}.${itsWords(data)}`,
    next: (data) => `Sign in with "tokentray login ${nameInCommand(data)}"`,
  },
  'auth.sign_in_denied': {
    what: (data) =>
      `The sign-in to ${theProfile(data)} was denied${given(' by ', data.host)}${codes(data)}.${itsWords(data)}`,
    next: (data) => `Sign in again with "tokentray login ${nameInCommand(data)}" and allow the access`,
  },
  'auth.sign_in_timeout': {
    what: (data) => `the sign-in to ${theProfile(data)} was not finished in time`,
    next: (data) => `Start it again with "tokentray login ${nameInCommand(data)}"`,
  },
  'auth.sign_in_invalid': {
    what: (data) =>
      `the answer to the sign-in to ${theProfile(data)} was not used: ${data.detail ?? 'it does not belong to it'}`,
    next: (data) =>
      `Sign in again with "tokentray login ${nameInCommand(data)}"; if it happens again, check "issuer" and "redirectUri" of the profile`,
  },
  'auth.sign_in_other_user': {
    what: (data) =>
      `The sign-in to ${theProfile(data)} is for ${data.actual ?? 'somebody else'}, and the profile expects ${data.expected ?? 'another user'}; nothing was replaced`,
    next: (data) =>
      `Sign in again in a private window as the user who is expected, or take this one with "tokentray login ${nameInCommand(data)} --accept-user"`,
  },
  'auth.sign_in_port_taken': {
    what: (data) =>
      `The sign-in to ${theProfile(data)} cannot wait for the browser${given(' on ', data.host)}: ${portReason(data)}`,
    next: 'End the program that has the port and try again, or register another redirect URI for the client and name it in "redirectUri"',
  },
  'auth.secret_missing': {
    what: (data) =>
      `${theProfile(data)} lacks ${data.detail === undefined ? 'a secret that it needs' : `its ${inSecretNames(data.detail)}`}`,
    next: (data) => `Enter it with "tokentray edit ${nameInCommand(data)} --secrets -"`,
  },
  'auth.secret_rebind': {
    what: (data) =>
      `the secret of ${theProfile(data)} was entered for ${data.detail ?? 'another host'} and does not go${given(' to ', data.host) || ' elsewhere'}; nothing was sent`,
    next: (data) =>
      `If the new host is right, enter the secret again with "tokentray edit ${nameInCommand(data)} --secrets -"`,
  },
  'auth.renewed_by_hand': {
    what: (data) =>
      `${theProfile(data)} has no token that lives, and it is renewed only by hand (refresh.mode is manual)`,
    next: (data) => `Renew it with "tokentray token ${nameInCommand(data)} --force"`,
  },
  'auth.refused': {
    what: (data) =>
      `${server(data)} refused ${theProfile(data)}: ${refusal(data).reason}${codes(data)}.${itsWords(data)}`,
    next: (data) => refusal(data).next,
  },
};
