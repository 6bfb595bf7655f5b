/** Translates what the network layers throw into our own codes; the original error is dropped. */
import { TokentrayError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';

const systemCodes: Readonly<Partial<Record<ErrorCode, readonly string[]>>> = {
  'network.dns': ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'],
  'network.refused': ['ECONNREFUSED'],
  'network.unreachable': ['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM'],
  'network.reset': [
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    'HPE_INVALID_EOF_STATE',
  ],
  'network.connect_timeout': ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'],
  'network.too_large': ['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW'],
  'network.tls_untrusted': [
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_SIGNATURE_FAILURE',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'INVALID_CA',
  ],
  'network.tls_expired': ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
  'network.tls_hostname': ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'],
  'network.tls_failed': ['EPROTO', 'INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED', 'UNSPECIFIED'],
};

const codeBySystemCode = new Map(
  Object.entries(systemCodes).flatMap(([code, names]) => names.map((name) => [name, code as ErrorCode] as const)),
);

/** Families of names too many to list: OpenSSL's, its certificate checks', and the HTTP parser's. */
const codeByFamily: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^ERR_(SSL|TLS|OSSL)_|^(CERT|CRL|UNABLE_TO|ERROR_IN)_/, 'network.tls_failed'],
  [/^HPE_/, 'network.bad_answer'],
];

/**
 * Of several addresses of one host the most telling failure counts: one that answered, even with a refusal, says more
 * than one that was silent, and that more than a family this machine has no route for.
 */
const mostTellingFirst: readonly ErrorCode[] = ['network.refused', 'network.reset', 'network.connect_timeout'];

/** What was thrown while talking to `host` (`host` or `host:port`), as `network.*`. Our own errors pass unchanged. */
export function translateFailure(thrown: unknown, host: string): TokentrayError {
  if (thrown instanceof TokentrayError) return thrown;
  const systemCode = mostTellingCode(thrown);
  return new TokentrayError(codeOf(systemCode, thrown), {
    data: { host, ...(systemCode === undefined ? {} : { systemCode }) },
  });
}

function codeOf(systemCode: string | undefined, thrown: unknown): ErrorCode {
  if (systemCode === undefined) return isParserError(thrown) ? 'network.bad_answer' : 'network.failed';
  if (systemCode === 'ETIMEDOUT' && isRead(thrown)) return 'network.timeout';
  const family = () => codeByFamily.find(([pattern]) => pattern.test(systemCode))?.[1];
  return codeBySystemCode.get(systemCode) ?? family() ?? 'network.failed';
}

/** What came was not HTTP. undici's parser errors have a name and often no code. */
function isParserError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'HTTPParserError';
}

/** An established connection whose packets were no longer acknowledged, as opposed to one never made. */
function isRead(thrown: unknown): boolean {
  return (thrown as { syscall?: unknown }).syscall === 'read';
}

/** The code of an error, or of the most telling of its parts (RFC 8305 connects to several addresses at once). */
function mostTellingCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof AggregateError)) return ownCode(thrown);
  const codes = thrown.errors.map(ownCode).filter((code) => code !== undefined);
  return codes.toSorted((a, b) => rank(a) - rank(b))[0] ?? ownCode(thrown);
}

/** Place in `mostTellingFirst`; what is not there comes last. */
function rank(systemCode: string): number {
  const code = codeBySystemCode.get(systemCode);
  const at = code === undefined ? -1 : mostTellingFirst.indexOf(code);
  return at === -1 ? mostTellingFirst.length : at;
}

function ownCode(thrown: unknown): string | undefined {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
