/** Texts for `auth.*`: the server, or we ourselves, will not give a token. */
import type { ErrorData } from '../errors.ts';
import { oauthReasons, statusReasons } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { codes, given, itsWords, nameInCommand, server, theProfile } from './phrases.ts';
import type { ErrorTemplates } from './phrases.ts';

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

export const authTexts: ErrorTemplates<'auth'> = {
  'auth.sign_in_needed': {
    what: (data) => `${theProfile(data)} needs you to sign in again${codes(data)}.${itsWords(data)}`,
    next: (data) => `Sign in with "tokentray login ${nameInCommand(data)}"`,
  },
  'auth.secret_missing': {
    what: (data) => `${theProfile(data)} lacks a secret that it needs${given(': ', data.detail)}`,
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
