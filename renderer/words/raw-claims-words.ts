/** The names of a token's parts, and of what copies them. */
import type { CallInput } from '../../preload/contract.ts';

export type ClaimsPart = CallInput<'profiles.copyClaims'>['part'];

export const partWords: Readonly<
  Record<ClaimsPart, { readonly title: string; readonly json: string; readonly copy: string; readonly copied: string }>
> = {
  header: { title: 'Header', json: 'Header as JSON', copy: 'Copy the header', copied: 'The header is copied' },
  payload: { title: 'Payload', json: 'Payload as JSON', copy: 'Copy the payload', copied: 'The payload is copied' },
};
