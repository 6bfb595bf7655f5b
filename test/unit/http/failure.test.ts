import { expect, test } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { translateFailure } from '../../../main/http/failure.ts';

const host = 'acme.example.com';

function systemError(code: string, more: object = {}): Error {
  return Object.assign(new Error(`CANARY ${code}`), { code }, more);
}

test.each([
  ['ENOTFOUND', 'network.dns'],
  ['EAI_AGAIN', 'network.dns'],
  ['ECONNREFUSED', 'network.refused'],
  ['EHOSTUNREACH', 'network.unreachable'],
  ['ENETUNREACH', 'network.unreachable'],
  ['ECONNRESET', 'network.reset'],
  ['EPIPE', 'network.reset'],
  ['UND_ERR_SOCKET', 'network.reset'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'network.reset'],
  ['HPE_INVALID_EOF_STATE', 'network.reset'],
  ['ETIMEDOUT', 'network.connect_timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'network.connect_timeout'],
  ['UND_ERR_HEADERS_OVERFLOW', 'network.too_large'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'network.tls_untrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'network.tls_untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'network.tls_untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'network.tls_untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'network.tls_untrusted'],
  ['CERT_HAS_EXPIRED', 'network.tls_expired'],
  ['CERT_NOT_YET_VALID', 'network.tls_expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'network.tls_hostname'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'network.tls_failed'],
  ['ERR_TLS_HANDSHAKE_TIMEOUT', 'network.tls_failed'],
  ['CERT_REVOKED', 'network.tls_failed'],
  ['EPROTO', 'network.tls_failed'],
  ['HPE_INVALID_CONSTANT', 'network.bad_answer'],
  ['ESOMETHINGNEW', 'network.failed'],
  ['constructor', 'network.failed'],
] as const)('%s is %s', (systemCode, code) => {
  const error = translateFailure(systemError(systemCode), host);
  expect(error.code).toBe(code);
  expect(error.data).toEqual({ host, systemCode });
});

test('a time-out of an established connection is no connect time-out', () => {
  expect(translateFailure(systemError('ETIMEDOUT', { syscall: 'read' }), host).code).toBe('network.timeout');
});

test.each([undefined, null, 'text', new Error('CANARY'), {}])('%s, which has no code, is network.failed', (thrown) => {
  expect(translateFailure(thrown, host).code).toBe('network.failed');
});

test('a parser error without a code is a bad answer', () => {
  const error = Object.assign(new Error('CANARY'), { name: 'HTTPParserError' });
  expect(translateFailure(error, host).code).toBe('network.bad_answer');
});

test('our own errors pass unchanged', () => {
  const own = new TokentrayError('network.proxy_invalid');
  expect(translateFailure(own, host)).toBe(own);
});

test('nothing of the original error is kept', () => {
  const error = translateFailure(systemError('ECONNRESET', { cause: systemError('CANARY') }), host);
  expect(error.cause).toBeUndefined();
  expect(`${error.stack} ${JSON.stringify(error.data)}`).not.toContain('CANARY');
});

test.each([
  [['ENETUNREACH', 'ECONNREFUSED'], 'network.refused'],
  [['ETIMEDOUT', 'ENETUNREACH'], 'network.connect_timeout'],
  [['ENETUNREACH', 'ETIMEDOUT', 'ECONNREFUSED'], 'network.refused'],
  [['EHOSTUNREACH', 'ENETUNREACH'], 'network.unreachable'],
] as const)('of several addresses that failed with %j the most telling counts', (codes, code) => {
  const several = Object.assign(new AggregateError(codes.map((each) => systemError(each))), { code: codes[0] });
  expect(translateFailure(several, host).code).toBe(code);
});

test('an empty collection of failures falls back on its own code', () => {
  expect(translateFailure(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), host).code).toBe(
    'network.refused',
  );
});
