/** Descriptions of fields that several systems share. */
import { environments, refreshModes } from '../profiles/profile.ts';
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

/** Fields that mean the same for every system, and that few profiles need. */
export function furtherFields(): readonly FieldDescription[] {
  return [...requestFields, ...refreshFields, ...expectationFields];
}

const requestFields: readonly FieldDescription[] = [
  {
    path: 'request.headers',
    label: 'Extra headers',
    help: 'Sent with each token request; never a place for secrets.',
    required: false,
    kind: 'pairs',
  },
  {
    path: 'request.params',
    label: 'Extra parameters',
    help: 'Sent with each token request; never a place for secrets.',
    required: false,
    kind: 'pairs',
  },
];

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
  {
    path: 'credentialExpires',
    label: 'Credential expires on',
    help: 'The day on which the secret itself ends, as the server shows it.',
    required: false,
    example: '2027-05-01',
    kind: 'date',
  },
];

export function clientFields(exampleId: string): readonly FieldDescription[] {
  return [
    { path: 'clientId', label: 'Client id', help: 'As the server shows it.', required: true, example: exampleId },
    {
      path: 'scope',
      label: 'Scope',
      help: 'Scopes with a blank between them; without it the token may do all that the client may.',
      required: false,
    },
  ];
}

export function secretField(help: string, required = true): FieldDescription {
  return { path: 'secrets.clientSecret', label: 'Client secret', help, required, secret: 'clientSecret' };
}
