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
      `the answer to the sign-in to ${theProfile(data)} does not belong to it${given(': ', data.detail)}; it was not used`,
    next: (data) => `Sign in again with "tokentray login ${nameInCommand(data)}"`,
  },
  'auth.sign_in_other_user': {
    what: (data) =>
      `You signed in to ${theProfile(data)} as ${data.actual ?? 'somebody else'}, and it expects ${data.expected ?? 'another user'}; nothing was replaced`,
    next: (data) =>
      `Sign out in the browser and sign in as that user, or change "expectUser" of the profile: tokentray edit ${nameInCommand(data)} --file profile.json`,
  },
  'auth.sign_in_port_taken': {
    what: (data) =>
      `The sign-in to ${theProfile(data)} cannot listen${given(' on ', data.host)}: another program uses the port${given(' (', data.systemCode)}${data.systemCode === undefined ? '' : ')'}`,
    next: 'End that program and try again, or paste the address that the browser shows after the sign-in',
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
