/** Whether an access token can be put into an Authorization header as it is. */

/** Headers of many servers end at 8 or 16 KiB; a token beyond this is no token. */
const maxLength = 64 * 1024;

/**
 * Why a token cannot be used, in words that do not quote it; undefined when it can.
 * RFC 6749 appendix A.12 allows printable ASCII alone; anything else could smuggle headers or be cut on the way.
 */
export function accessTokenProblem(token: string): string | undefined {
  if (token.length > maxLength) return 'an access token longer than 64 KiB';
  if (!/^[\x20-\x7E]+$/.test(token)) return 'an access token with characters that no header may carry';
  return undefined;
}
