/** Which parts of a request are secret, so that no error repeats them where a server quotes what it was sent. */
import type { TokenClient } from './token-client.ts';

/** Parameters of RFC 6749, 7009, 7521, 7636 and 8628 that whoever reads them could use. */
const secretParameters: ReadonlySet<string> = new Set([
  'assertion',
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'device_code',
  'refresh_token',
  'token',
]);

/** The values of all secret parameters, and the client's secret wherever it travels. */
export function secretsSent(client: Pick<TokenClient, 'clientSecret'>, parameters: URLSearchParams): readonly string[] {
  const values = [...parameters].filter(([name]) => secretParameters.has(name)).map(([, value]) => value);
  return [...new Set(client.clientSecret === undefined ? values : [client.clientSecret, ...values])];
}
