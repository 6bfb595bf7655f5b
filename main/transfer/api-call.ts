/** The profile that an API call of another tool was made with, as far as the call tells. */
import { decodeClaims } from '../tokens/claims.ts';
import type { FoundProfile, FoundSecrets } from './found.ts';
import { realValue } from './placeholder.ts';
import { hostName, proposedName } from './proposed-name.ts';
import type { SentRequest } from './sent-request.ts';
import { systemAt } from './system-by-host.ts';
import type { PlaceOfSystem } from './system-by-host.ts';

const tokenEnds =
  'The command holds a token, which ends by itself and cannot be renewed: enter what tokens are asked for with.';

/** Headers that carry a key where the bearer scheme is not used. */
const keyHeaders = ['x-api-key', 'api-key', 'apikey', 'x-auth-token'];

/** Undefined where nothing of a profile can be told. */
export function profileOfApiCall(request: SentRequest): FoundProfile | undefined {
  const place = systemAt(request.url);
  return place === undefined ? keyOfAnyApi(request) : callOfSystem(request, place);
}

function callOfSystem(request: SentRequest, { system, tenant }: PlaceOfSystem): FoundProfile | undefined {
  const named = {
    name: proposedName(tenant?.replace(/\..*$/, ''), system),
    system,
    ...(tenant === undefined ? {} : { tenant }),
  };
  const bearer = realValue(request.bearer);
  const isJwt = bearer !== undefined && decodeClaims(bearer) !== undefined;
  if (system === 'nerm') {
    return bearer !== undefined && !isJwt
      ? found({ ...named, auth: 'api_key' }, { apiKey: bearer }, [])
      : found({ ...named, auth: isJwt ? 'linked' : 'api_key' }, {}, isJwt ? [linkNote] : []);
  }
  const key = realValue(request.headers.get('x-api-key'));
  if (system === 'aic' && (key !== undefined || request.headers.has('x-api-key'))) {
    const apiSecret = realValue(request.headers.get('x-api-secret'));
    const secrets = {
      ...(key === undefined ? {} : { apiKey: key }),
      ...(apiSecret === undefined ? {} : { apiSecret }),
    };
    return found({ ...named, auth: 'api_key' }, secrets, []);
  }
  const auth = system === 'aic' ? 'jwt_bearer' : 'client_credentials';
  return found({ ...named, auth }, {}, bearer === undefined ? [] : [tokenEnds]);
}

const linkNote = 'The command holds a token of Identity Security Cloud: choose the profile that it comes from.';

function keyOfAnyApi({ url, headers, bearer: given }: SentRequest): FoundProfile | undefined {
  const named = {
    name: proposedName(hostName(url.host)),
    system: 'oauth',
    auth: 'api_key',
    endpoints: { api: url.origin },
  };
  const header = keyHeaders.find((name) => headers.has(name));
  const key = header === undefined ? undefined : realValue(headers.get(header));
  if (header !== undefined && key !== undefined) return found({ ...named, apiKeyHeader: header }, { apiKey: key }, []);
  const bearer = realValue(given);
  // A token that ends is no key, and the call does not tell where it came from.
  return bearer === undefined || decodeClaims(bearer) !== undefined ? undefined : found(named, { apiKey: bearer }, []);
}

function found(
  draft: Readonly<Record<string, unknown>>,
  secrets: FoundSecrets,
  notes: readonly string[],
): FoundProfile {
  return { draft, secrets, notes };
}
