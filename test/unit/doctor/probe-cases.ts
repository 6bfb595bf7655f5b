/** Profiles, tokens and a fake API for tests of the probe. */
import { probe } from '../../../main/doctor/probe.ts';
import type { ProbeResult, ProbeToken } from '../../../main/doctor/probe-result.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';
import type { FakeOutcome } from '../../fixtures/fake-http.ts';

export const isc: Profile = {
  name: 'acme-prod',
  system: 'isc',
  auth: 'client_credentials',
  tenant: 'acme',
  clientId: 'b61429f5-203d-494c-94c3-04f54e17bc5c',
};

export const oauth: Profile = {
  name: 'acme-api',
  system: 'oauth',
  auth: 'client_credentials',
  clientId: 'client-1',
  endpoints: { token: 'https://id.example.com/token', api: 'https://api.example.com/rest/v1' },
};

export const accessToken = 'eyJhbGciOiJIUzI1NiJ9.eyJDQU5BUlkiOjF9.CANARYsignature';

export const token: ProbeToken = {
  accessToken,
  tokenType: 'bearer',
  expiresAtMs: null,
  identity: { user: 'jane.admin', org: 'acme' },
};

/** The token of an API client, behind which there is nobody. */
export const withoutUser: ProbeToken = { ...token, identity: { org: 'acme' } };

export const apiBase = 'https://acme.api.identitynow.com';

interface Case {
  readonly profile?: Profile;
  readonly token?: ProbeToken;
  readonly url?: string;
}

export interface Probed {
  readonly result: ProbeResult;
  readonly http: FakeHttp;
}

/** Probes an API that answers from the script. */
export async function probed(script: readonly FakeOutcome[], { profile = isc, ...rest }: Case = {}): Promise<Probed> {
  const http = new FakeHttp(script);
  const result = await probe({ http, profile, token: rest.token ?? token, ...(rest.url === undefined ? {} : rest) });
  return { result, http };
}

/** Everything that a person would read of a result. */
export function words({ what, next, checks }: ProbeResult): string {
  return [what, next, ...checks.map((check) => check.words)].join(' ');
}
