/** A failure as a finding, with those of its facts that may be sent to somebody else. */
import { errorText } from '../error-texts.ts';
import { asTokentrayError } from '../errors.ts';
import type { TokentrayError } from '../errors.ts';
import { shareableData } from '../log/shareable-data.ts';
import type { Finding } from './finding.ts';

export function failureFinding(
  thrown: unknown,
  where: Pick<Finding, 'area' | 'about'>,
  level: Finding['level'] = 'problem',
): Finding {
  const { code, data }: Pick<TokentrayError, 'code' | 'data'> = asTokentrayError(thrown);
  return { ...where, level, ...errorText(code, shareableData(data)) };
}
