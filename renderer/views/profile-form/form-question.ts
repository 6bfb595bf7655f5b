/** What main is asked about the form: the draft, with what was typed and pasted for the fields that show. */
import type { CallInput } from '../../../preload/contract.ts';
import { shownFields } from './form-fields.ts';
import type { FormState } from './form-state.ts';
import type { SystemDescription } from './form-types.ts';
import { draftOf } from './form-values.ts';
import { typedSecrets } from './typed-secrets.ts';

/** `id`: of the profile that is edited; undefined for a new one. */
export function formQuestion(
  { values, secrets: texts, pasted }: Pick<FormState, 'values' | 'secrets' | 'pasted'>,
  systems: readonly SystemDescription[],
  id: string | undefined,
): CallInput<'profiles.validate'> {
  const secrets = typedSecrets(texts, shownFields(systems, values));
  return {
    ...(id === undefined ? {} : { id }),
    draft: { ...draftOf(values, systems) },
    ...(secrets === undefined ? {} : { secrets }),
    ...(pasted === null || pasted.id === null ? {} : { pasted: pasted.id }),
  };
}
