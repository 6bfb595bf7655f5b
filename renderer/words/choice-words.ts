/** What the words of the profile file are called in the form. */
import type { FieldDescription } from '../views/profile-form/form-types.ts';

const labels: ReadonlyMap<string, string> = new Map([
  ['request.body=form', 'Form (URL-encoded)'],
  ['request.body=json', 'JSON'],
  ['request.body=multipart', 'Multipart form'],
  ['request.body=query', 'In the URL (query)'],
  ['request.clientAuth=client_secret_post', 'Secret in the body'],
  ['request.clientAuth=client_secret_basic', 'Secret in the Authorization header'],
  ['request.clientAuth=private_key_jwt', 'Signed with a private key'],
  ['request.clientAuth=none', 'No secret'],
  ['refresh.mode=keep-fresh', 'Keep it fresh all the time'],
  ['refresh.mode=on-use', 'Renew it when I use it'],
  ['refresh.mode=manual', 'Only when I say so'],
]);

export interface WordedChoice {
  readonly value: string;
  readonly label: string;
}

/** The first choice, of the empty value, leaves the field out. A word without another name is its own. */
export function wordedChoices({ path, choices = [] }: FieldDescription): readonly WordedChoice[] {
  return [
    { value: '', label: 'Default' },
    ...choices.map((value) => ({ value, label: labels.get(`${path}=${value}`) ?? value })),
  ];
}
