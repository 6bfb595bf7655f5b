/** Descriptions of fields that several systems share. */
import { environments } from '../profiles/profile.ts';
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
  ];
}

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
