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
      help: 'Short name for commands: lower-case letters, digits, dots, dashes and underscores.',
      required: true,
      example: exampleName,
    },
    { path: 'label', label: 'Label', help: 'Free text that is shown in lists.', required: false },
    {
      path: 'environment',
      label: 'Environment',
      help: 'What the tenant is used for.',
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

/** What few profiles need, of that which has a meaning for this way to a token. */
export function furtherFields(auth: AuthKind): readonly FieldDescription[] {
  if (auth === 'api_key') return credentialFields;
  if (auth === 'linked') return expectationFields;
  return [...requestExtras, ...refreshFields, ...expectationFields, ...credentialFields];
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
    help: 'Seconds, at most 3600; without it 60. Long lives are renewed earlier, short ones later.',
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

const credentialFields: readonly FieldDescription[] = [
  {
    path: 'credentialExpires',
    label: 'Credential expires on',
    help: 'The day on which the secret itself ends, as the server shows it.',
    required: false,
    example: '2027-05-01',
    kind: 'date',
  },
];
