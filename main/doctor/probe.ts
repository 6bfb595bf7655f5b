/** Asks the API of a profile one cheap question with its token, and says in words what came of it. */
import { TokentrayError } from '../errors.ts';
import type { Http, HttpAnswer } from '../http/http.ts';
import type { Profile } from '../profiles/profile.ts';
import { requestHeaders } from '../systems/request-headers.ts';
import { systemOf } from '../systems/registry.ts';
import { readOAuthClient, readPersonalAccessToken } from './isc-client.ts';
import { readProbeAnswer } from './probe-answer.ts';
import { readProbeFailure } from './probe-failure.ts';
import type { ProbeCheck, ProbeResult, ProbeToken } from './probe-result.ts';
import { probeTarget } from './probe-target.ts';

export interface ProbeInput {
  readonly http: Http;
  readonly profile: Profile;
  readonly token: ProbeToken;
  /** An address of the profile's API, or a path below it; absent: the system's own cheap request. */
  readonly url?: string;
  readonly signal?: AbortSignal;
}

/** More of an answer tells nothing more. */
const keepBytes = 65_536;

/**
 * Only reads: GET, no redirects, and to the origin of the profile's API alone. Rejects with `internal.cancelled`, and with
 * `config.unsupported` for a system that is not known; everything else that can happen is a result.
 */
export async function probe(input: ProbeInput): Promise<ProbeResult> {
  const { profile, token, url } = input;
  const target = probeTarget(profile, token.scope, url);
  if ('verdict' in target) return target;
  const call = { profile, token, target };
  const address = `${target.url.origin}${target.url.pathname}`;
  let answer: HttpAnswer;
  try {
    answer = await get(input, target.url.href);
  } catch (thrown) {
    return { ...readProbeFailure(thrown, call), address, checks: target.checks };
  }
  const meaning = readProbeAnswer(answer, call);
  const tellsOfClient = profile.system === 'isc' && url === undefined && isTokenGood(meaning);
  const client = tellsOfClient ? await iscClient(input) : { checks: [] };
  return { ...meaning, ...client, address, status: answer.status, checks: [...target.checks, ...client.checks] };
}

function get({ http, profile, token, signal }: ProbeInput, url: string): Promise<HttpAnswer> {
  return http.send({
    method: 'GET',
    url,
    headers: { accept: 'application/json', ...Object.fromEntries(requestHeaders(profile, token)) },
    keepBytes,
    ...(signal === undefined ? {} : { signal }),
  });
}

function isTokenGood({ verdict }: Pick<ProbeResult, 'verdict'>): boolean {
  return verdict === 'works' || verdict === 'forbidden';
}

/** What the tenant says about the client. Personal access tokens are asked for first: they are no API clients. */
async function iscClient(
  input: ProbeInput,
): Promise<{ readonly checks: readonly ProbeCheck[]; readonly credentialExpires?: string }> {
  const { profile, token } = input;
  const { api } = systemOf(profile).endpoints(profile);
  const { clientId, auth } = profile;
  if (clientId === undefined || api === undefined) return { checks: [] };
  try {
    // Behind an API client there is no user, and so there are no tokens of that user.
    if (auth === 'client_credentials' && (token.identity === undefined || token.identity.user !== undefined)) {
      const answer = await get(input, `${api}/v3/personal-access-tokens?owner-id=me`);
      const found = readPersonalAccessToken(answer, clientId);
      if (found !== undefined) {
        return { checks: [found.check], ...(found.ends === undefined ? {} : { credentialExpires: found.ends }) };
      }
    }
    const answer = await get(input, `${api}/beta/oauth-clients/${encodeURIComponent(clientId)}`);
    return { checks: readOAuthClient(answer, profile) };
  } catch (thrown) {
    if (!(thrown instanceof TokentrayError) || !thrown.code.startsWith('network.')) throw thrown;
    return {
      checks: [{ name: 'client', ok: null, words: 'What the tenant says about the client could not be read.' }],
    };
  }
}
