/** Fields that stand in for another one, for servers that have no such thing. */
import { alternatives } from '../../words/form-words.ts';
import { FoldedFields } from './folded-fields.tsx';
import type { FormParts } from './form-parts.ts';
import type { FieldDescription } from './form-types.ts';

export function Alternatives({ fields, ...parts }: FormParts & { readonly fields: readonly FieldDescription[] }) {
  const instead = fields.filter(({ insteadOf }) => insteadOf !== undefined);
  const usual = fields.find(({ path }) => path === instead[0]?.insteadOf);
  if (usual === undefined) return null;
  return (
    <FoldedFields {...parts} title={alternatives(usual.label)} groups={[{ title: '', fields: instead }]} showsFound />
  );
}
