/** What it means when a probe gets no answer that could be read. */
import { TokentrayError } from '../errors.ts';
import { scrubbedFailure } from '../grants/token-error.ts';
import type { SentToken } from '../systems/request-headers.ts';
import { describeError } from '../systems/explain.ts';
import type { ProbedCall } from './probe-target.ts';
import type { ProbeResult } from './probe-result.ts';

type Failure = Pick<ProbeResult, 'verdict' | 'status' | 'code' | 'what' | 'next'>;

/** DNS, TLS, proxies and redirects told apart. Throws what is no failure of the network: a cancelled call, a fault. */
export function readProbeFailure(thrown: unknown, { profile, token, target }: ProbedCall): Failure {
  const error = scrubbedFailure(thrown, { host: target.url.host, secrets: secretsOf(token) });
  if (!(error instanceof TokentrayError) || !error.code.startsWith('network.')) throw error;
  const { code, data } = error;
  if (code === 'network.redirected') {
    return {
      verdict: 'wrong-host',
      code,
      ...(data.status === undefined ? {} : { status: data.status }),
      what: `The server ${target.url.host} redirects the call${data.detail === undefined ? '' : ` to ${data.detail}`}, as user interfaces do with people who are not signed in; the token did not follow.`,
      next: 'Check the host: calls go to the API of the tenant, not to its user interface or a vanity address. "tenant" or "endpoints.api" of the profile say which.',
    };
  }
  if (code === 'network.bad_answer') {
    return {
      verdict: 'unreachable',
      code,
      what: `The server ${target.url.host} does not answer in HTTP.`,
      next: 'Check host and port: something else listens there.',
    };
  }
  return { verdict: 'unreachable', code, ...describeError(error, profile) };
}

function secretsOf({ accessToken, apiSecret }: SentToken): readonly string[] {
  return [accessToken, ...(apiSecret === undefined ? [] : [apiSecret])];
}
