/** A failure as a finding, with those of its facts that may be sent to somebody else. */
import { errorText } from '../error-texts.ts';
import { asTokentrayError } from '../errors.ts';
import type { ErrorCode, ErrorData, TokentrayError } from '../errors.ts';
import { shareableData } from '../log/shareable-data.ts';
import type { Finding } from './finding.ts';

export function failureFinding(
  thrown: unknown,
  where: Pick<Finding, 'area' | 'about'>,
  level: Finding['level'] = 'problem',
): Finding {
  const { code, data }: Pick<TokentrayError, 'code' | 'data'> = asTokentrayError(thrown);
  return { ...where, level, ...errorText(code, { ...shareableData(data), ...ownDetail(code, data) }) };
}

/** Failures whose further fact is in our words alone, and quotes nothing. */
const explainedByUs: ReadonlySet<ErrorCode> = new Set(['network.proxy_invalid', 'network.ca_file_unreadable']);

function ownDetail(code: ErrorCode, { detail }: ErrorData): Pick<ErrorData, 'detail'> {
  return detail === undefined || !explainedByUs.has(code) ? {} : { detail };
}
