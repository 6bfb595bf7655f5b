/** Texts for `config.*`: what a person gave us is wrong. */
import type { ErrorData } from '../errors.ts';
import { issueSentences } from './issues.ts';
import { codes, given, nameInCommand, perhaps, sentence, systemReason, theProfile } from './phrases.ts';
import type { ErrorTemplates } from './phrases.ts';

const theFile = ({ path }: ErrorData) =>
  path === undefined ? 'the file' : path === 'standard input' ? path : `the file ${path}`;

/** A statement with its detail, then what is wrong field by field. */
const withIssues = (statement: string, { detail, issues }: ErrorData) =>
  sentence(`${statement}${given(': ', detail)}`) + issueSentences(issues);

export const configTexts: ErrorTemplates<'config'> = {
  'config.usage': {
    what: ({ detail }) => detail ?? 'The command was not understood',
    // What was typed for a vault was no option: the vault passes the failure on without its own words.
    next: (data) =>
      data.vault === undefined
        ? `${perhaps(data)}run "tokentray --help" to see the commands and their options`
        : 'Nothing was changed. Run the command again',
  },
  'config.file_unreadable': {
    what: (data) => `${theFile(data)} could not be read${systemReason(data)}`,
    next: 'Check the path and the permissions of the file, and try again',
  },
  'config.file_unwritable': {
    what: (data) => `${theFile(data)} could not be written${systemReason(data)}`,
    next: 'Choose another place, or another name; nothing was written',
  },
  'config.file_invalid': {
    what: (data) => withIssues(`${theFile(data)} is not what was expected`, data),
    next: 'Correct it and try again; nothing was stored',
  },
  'config.export_locked': {
    what: (data) =>
      sentence(`the passphrase does not open ${theFile(data)}, or the file was changed since it was written`),
    next: 'Try again with the passphrase that was chosen for this export; nothing was stored',
  },
  'config.passphrase_weak': {
    what: 'The passphrase is too short for a file that anybody may get hold of and try',
    next: 'Take four or more words that have nothing to do with each other; nothing was written',
  },
  'config.profile_invalid': {
    what: (data) => withIssues(`${theProfile(data)} is not valid`, data),
    next: 'Correct what is named and try again; nothing was stored',
  },
  'config.secrets_invalid': {
    what: (data) => withIssues(`the secrets for ${theProfile(data)} are not valid`, data),
    next: ({ expected }) =>
      expected === undefined
        ? 'Correct or leave out what is named; nothing was stored'
        : `Give the secrets as JSON on standard input, such as ${expected}; nothing was stored`,
  },
  'config.profile_not_found': {
    what: ({ profile }) =>
      profile === undefined ? 'There is no such profile' : `There is no profile named "${profile}"`,
    next: (data) => `${perhaps(data)}run "tokentray list" to see the profiles there are`,
  },
  'config.profile_exists': {
    what: ({ profile }) =>
      profile === undefined ? 'A profile of this name exists already' : `A profile named "${profile}" exists already`,
    next: (data) =>
      `Choose another name, or change the existing profile with "tokentray edit ${nameInCommand(data)}"; nothing was stored`,
  },
  'config.no_default_profile': {
    what: 'No profile was named, and none is the default',
    next: 'Name a profile, or choose the default once with "tokentray default NAME"',
  },
  'config.setting_invalid': {
    what: (data) => withIssues('a setting is not valid', data),
    next: (data) =>
      `${perhaps(data)}run "tokentray settings get" to see the settings there are and what each of them takes`,
  },
  'config.unsupported': {
    what: (data) => `${theProfile(data)} asks for something that this version cannot do${given(': ', data.detail)}`,
    next: 'Change the profile, or update Tokentray to a version that can',
  },
  'config.link_broken': {
    what: (data) =>
      `${theProfile(data)} takes its token from the profile "${data.expected ?? ''}", which ${data.detail ?? 'is not there any more'}`,
    next: (data) =>
      `Add that profile again, or name another one in "uses": tokentray edit ${nameInCommand(data)} --file profile.json`,
  },
  'config.discovery_failed': {
    what: (data) => `no description of the server was found${given(' at ', data.detail)}${codes(data)}`,
    next: 'Check "issuer" or "tenant" of the profile, or give its endpoints by hand in "endpoints"; nothing was stored',
  },
  'config.issuer_mismatch': {
    what: (data) =>
      `the server's description names another issuer than the profile: the profile has ${data.expected ?? 'one'}, the server ${data.actual ?? 'another'}`,
    next: `If that is the right server, give the server's text as "issuer", letter by letter, and the address of its description as "endpoints.info"; nothing was stored`,
  },
  'config.sandbox_off': {
    what: "Chromium's sandbox is turned off, and Tokentray does not run without it",
    next: 'An AppImage turns it off on systems that let programs make none, as recent Ubuntu does; install the deb package there',
  },
};
