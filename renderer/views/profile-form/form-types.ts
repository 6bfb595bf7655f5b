/** Names for the parts of the contract that the form works with. */
import type { CallOutputs } from '../../../preload/contract.ts';
import type { Failure, ProfileDetail } from '../../../preload/views.ts';

export type SystemDescription = CallOutputs['systems.describe'][number];
export type FieldDescription = SystemDescription['auths'][number]['fields'][number];
export type SystemId = SystemDescription['id'];
export type AuthKind = SystemDescription['auths'][number]['auth'];
export type SecretKind = ProfileDetail['storedSecrets'][number];
export type Issue = NonNullable<Failure['issues']>[number];

/** A profile as its file writes it, right or not. */
export type Draft = Readonly<Record<string, unknown>>;

/** A name with its value, as one row of a field of kind `pairs`. */
export type Pair = readonly [name: string, value: string];
