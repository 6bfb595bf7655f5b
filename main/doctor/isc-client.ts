/** Reads what SailPoint ISC says about the client of a profile: the vendor's "Verify OAuth client", step by step. */
import { readMembers } from '../grants/answer-members.ts';
import type { HttpAnswer } from '../http/http.ts';
import { isCalendarDate } from '../profiles/line-rules.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ProbeCheck } from './probe-result.ts';

interface PersonalAccessToken {
  readonly check: ProbeCheck;
  /** ISO date, UTC; absent when the token has no end. */
  readonly ends?: string;
}

/** The answer to `GET /v3/personal-access-tokens?owner-id=me`; undefined when the client is none of them. */
export function readPersonalAccessToken(answer: HttpAnswer, clientId: string): PersonalAccessToken | undefined {
  const found = answer.status === 200 ? listOf(answer.body).find(({ id }) => id === clientId) : undefined;
  if (found === undefined) return undefined;
  const end = typeof found['expirationDate'] === 'string' ? found['expirationDate'].slice(0, 10) : undefined;
  const ends = end !== undefined && isCalendarDate(end) ? end : undefined;
  const words = `The client id is that of a personal access token${ends === undefined ? '' : ` that ends on ${ends}`}.`;
  return { check: { name: 'client', ok: true, words }, ...(ends === undefined ? {} : { ends }) };
}

function listOf(body: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const list: unknown = JSON.parse(body);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null) : [];
  } catch {
    return [];
  }
}

/** The answer to `GET /beta/oauth-clients/{client-id}`, which administrators alone may ask. */
export function readOAuthClient(answer: HttpAnswer, profile: Profile): readonly ProbeCheck[] {
  const client = answer.status === 200 ? readMembers(answer.body) : undefined;
  if (client === undefined) return [unknownClient(answer.status, profile)];
  const enabled = client['enabled'] === true;
  return [
    { name: 'client', ok: true, words: 'The API client exists.' },
    { name: 'enabled', ok: enabled, words: `The API client is ${enabled ? 'enabled' : 'disabled'}.` },
    ...grantChecks(textsOf(client['grantTypes']), profile),
    ...redirectChecks(textsOf(client['redirectUris']), profile),
  ];
}

function unknownClient(status: number, { auth, clientId = '' }: Profile): ProbeCheck {
  if (status === 401 || status === 403) {
    return clientCheck(
      null,
      'To see whether the API client is set up rightly needs an administrator; this token may not ask.',
    );
  }
  if (status !== 404)
    return clientCheck(null, `Whether the API client is set up rightly could not be seen (status ${status}).`);
  if (auth === 'client_credentials') {
    return clientCheck(null, 'There is no API client of this id: it is probably that of a personal access token.');
  }
  const isLegacy = !clientId.includes('-') && !/^[0-9a-f]{32}$/i.test(clientId);
  return clientCheck(
    false,
    `There is no API client of this id${isLegacy ? ': an id without dashes is that of a legacy client, which ISC no longer accepts' : ''}.`,
  );
}

function clientCheck(ok: boolean | null, words: string): ProbeCheck {
  return { name: 'client', ok, words };
}

function grantChecks(granted: readonly string[], { auth }: Profile): readonly ProbeCheck[] {
  if (auth !== 'authorization_code') return [grantCheck(granted, 'CLIENT_CREDENTIALS')];
  return [
    grantCheck(granted, 'AUTHORIZATION_CODE'),
    granted.includes('REFRESH_TOKEN')
      ? { name: 'session', ok: true, words: 'Its grant types hold REFRESH_TOKEN, so that sessions can be renewed.' }
      : {
          name: 'session',
          ok: null,
          words: 'Its grant types do not hold REFRESH_TOKEN, so that a person signs in again whenever the token ends.',
        },
  ];
}

function grantCheck(granted: readonly string[], wanted: string): ProbeCheck {
  const ok = granted.includes(wanted);
  return { name: 'grant types', ok, words: `Its grant types ${ok ? 'hold' : 'do not hold'} ${wanted}.` };
}

function redirectChecks(registered: readonly string[], { auth, redirectUri }: Profile): readonly ProbeCheck[] {
  if (auth !== 'authorization_code' || redirectUri === undefined) return [];
  const ok = registered.includes(redirectUri);
  const words = ok
    ? 'Its redirect URIs hold the one of the profile.'
    : `Its redirect URIs do not hold ${redirectUri}, character by character.`;
  return [{ name: 'redirect URI', ok, words }];
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
