/** What every part of the form is given. */
import type { FormController } from './form-controller.ts';
import type { FormState } from './form-state.ts';
import type { SecretKind } from './form-types.ts';

export interface FormParts {
  readonly form: FormController;
  readonly state: FormState;
  /** Secrets that are stored already. */
  readonly storedSecrets: readonly SecretKind[];
  /** Name of the profile that is edited, as it is stored; absent for a new one. */
  readonly ownName: string | undefined;
  /** The focus has left the field at this path. */
  readonly onLeave: (path: string) => void;
}
