/** Descriptions of fields that mean the same for every system. */
import { environments, refreshModes } from '../profiles/profile.ts';
import type { AuthKind } from '../profiles/profile.ts';
import { requestExtras } from './request-fields.ts';
import type { FieldDescription } from './system.ts';

export function commonFields(exampleName: string): readonly FieldDescription[] {
  return [
    {
      path: 'name',
      label: 'Name',
      help: 'A short name for lists and commands: lower-case letters, digits, dots, dashes and underscores.',
      required: true,
      example: exampleName,
    },
    { path: 'label', label: 'Label', help: 'Free text that lists show beside the name.', required: false },
    {
      path: 'environment',
      label: 'Environment',
      help: 'What the tenant is used for. Production is marked everywhere, and its tokens are handed over with more care.',
      required: false,
      example: 'production',
      choices: environments,
    },
    {
      path: 'tags',
      label: 'Tags',
      help: 'Words to find the profile by, with commas between them.',
      required: false,
      example: 'emea',
      kind: 'list',
    },
  ];
}

/**
 * What few profiles need, of that which has a meaning for this way to a token.
 * @param credentialEnd how long this system's credentials last, as a sentence; none where there is no telling.
 */
export function furtherFields(auth: AuthKind, credentialEnd?: string): readonly FieldDescription[] {
  if (auth === 'linked') return expectationFields;
  const ending = credentialField(auth, credentialEnd);
  return auth === 'api_key' ? [ending] : [...requestExtras, ...refreshFields, ...expectationFields, ending];
}

const refreshFields: readonly FieldDescription[] = [
  {
    path: 'refresh.mode',
    label: 'When to renew',
    help: 'Whether the token is kept fresh all the time, renewed when it is asked for, or only by hand.',
    required: false,
    example: 'keep-fresh',
    choices: refreshModes,
  },
  {
    path: 'refresh.earlySeconds',
    label: 'Renew before expiry',
    help: 'Seconds, at most 3600; without it as the settings say, else 60. Long lives are renewed earlier, short ones later.',
    required: false,
    example: '60',
    kind: 'seconds',
  },
];

const expectationFields: readonly FieldDescription[] = [
  {
    path: 'expectUser',
    label: 'Expected user',
    help: 'You are warned before you copy a token that is for somebody else.',
    required: false,
    example: 'jane.admin',
  },
  {
    path: 'expectOrg',
    label: 'Expected organization',
    help: 'You are warned before you copy a token of another organization.',
    required: false,
    example: 'acme',
  },
];

/** What it is called by the people who made it: what an end date is about. */
export const credentialNames: Readonly<Record<AuthKind, string>> = {
  client_credentials: 'secret',
  authorization_code: 'client secret',
  device_code: 'client secret',
  jwt_bearer: 'key',
  api_key: 'key',
  linked: 'credential',
};

function credentialField(auth: AuthKind, end: string | undefined): FieldDescription {
  const name = credentialNames[auth];
  const known = end ?? `The last day of the ${name}, as the server shows it.`;
  return {
    path: 'credentialExpires',
    label: 'Credential expires on',
    help: `${known} You are reminded 14 days before and on the day before.`,
    required: false,
    example: '2027-05-01',
    kind: 'date',
  };
}
