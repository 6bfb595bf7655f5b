/** Makes a device authorization answer tidy before it is validated, and refuses what no person could use. */
import { TokentrayError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { pageUrl } from '../profiles/page-url.ts';
import { readMembers } from './answer-members.ts';
import { readSeconds, readText } from './member-values.ts';
import { isSuccess, tokenError, type AnswerContext } from './token-error.ts';

/** The members of RFC 8628 section 3.2. */
interface DeviceMembers {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete?: string;
  readonly expires_in: number;
  readonly interval?: number;
}

/** Visible characters and blanks on one line, few enough to be typed. */
const typeable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,64}$/u;

/**
 * Throws what `tokenError` makes of an answer without a device code, and `network.bad_answer` where what a person needs
 * is missing or cannot be shown. Some servers say `verification_url`.
 */
export function normaliseDeviceAnswer(answer: HttpAnswer, context: AnswerContext): DeviceMembers {
  const members = readMembers(answer.body);
  const deviceCode = readText(members?.['device_code']);
  if (!isSuccess(answer) || members === undefined || deviceCode === undefined)
    throw tokenError(answer, members, context);

  const bad = (detail: string) =>
    new TokentrayError('network.bad_answer', { data: { host: context.host, status: answer.status, detail } });
  const userCode = readText(members['user_code']);
  if (userCode === undefined) throw bad('an answer without a user code');
  if (!typeable.test(userCode)) throw bad('a user code that nobody can type');
  const page = readText(members['verification_uri'] ?? members['verification_url']);
  if (page === undefined) throw bad('an answer without the page where the code is entered');
  if (pageUrl(page) === undefined) throw bad('a page for the code that is no https URL');
  const complete = readText(members['verification_uri_complete'] ?? members['verification_url_complete']);
  const expiresIn = readSeconds(members['expires_in']);
  if (expiresIn === undefined) throw bad('a device code without a lifetime');
  const interval = readSeconds(members['interval']);
  return {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: page,
    ...(complete === undefined || pageUrl(complete) === undefined ? {} : { verification_uri_complete: complete }),
    expires_in: expiresIn,
    ...(interval === undefined || interval === 0 ? {} : { interval }),
  };
}
