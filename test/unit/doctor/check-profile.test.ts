import { describe, expect, it } from 'vitest';
import { profileFindings } from '../../../main/doctor/check-profile.ts';
import type { ProfileFacts } from '../../../main/doctor/check-profile.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import type { ActivityRecord, TokenFacts } from '../../../main/storage/records.ts';

const profile: Profile = {
  name: 'acme',
  system: 'oauth',
  auth: 'client_credentials',
  clientId: 'client-CANARY',
  endpoints: { token: 'https://id.example.com/token' },
};
const facts: ProfileFacts = {
  profile,
  secretsOrigin: 'https://id.example.com',
  token: undefined,
  session: undefined,
  activity: undefined,
  linkIssue: undefined,
  today: '2026-12-28',
};
const token: TokenFacts = { tokenType: 'Bearer', obtainedAtMs: 1, expiresAtMs: null, clockOffsetMs: null };
const signsIn: Partial<Profile> = { auth: 'authorization_code', redirectUri: 'http://127.0.0.1/callback' };
const failed: ActivityRecord = {
  failures: 1,
  lastAttemptAtMs: 1,
  lastError: { code: 'auth.refused', data: { oauthError: 'invalid_client', description: 'CANARY', status: 401 } },
  retryAtMs: null,
  notBeforeMs: null,
  stopped: true,
  unchanged: false,
};

function look(over: Partial<Profile>, more: Partial<ProfileFacts> = {}) {
  return profileFindings({ ...facts, profile: { ...profile, ...over }, ...more });
}

it('says of a profile without a fault that it is fine', () => {
  expect(look({}).map(({ level }) => level)).toEqual(['ok']);
});

describe.each<[string, Partial<Profile>, Partial<ProfileFacts>, string, string]>([
  ['a credential that ended yesterday', { credentialExpires: '2026-12-27' }, {}, 'problem', 'ended on 2026-12-27'],
  ['a credential that ends today', { credentialExpires: '2026-12-28' }, {}, 'warning', 'today'],
  ['a credential that ends across the year', { credentialExpires: '2027-01-11' }, {}, 'warning', 'in 14 days'],
  ['a missing secret', {}, { secretsOrigin: undefined }, 'problem', 'clientSecret'],
  ['secrets of another host', {}, { secretsOrigin: 'https://old.example.com' }, 'problem', 'old.example.com'],
  ['a secret in the URL', { request: { body: 'query' } }, {}, 'warning', 'request.body'],
  ['a broken link', {}, { linkIssue: { path: 'uses', message: 'There is no such profile.' } }, 'problem', 'uses'],
  [
    'an early second that never counts',
    { refresh: { mode: 'manual', earlySeconds: 9 } },
    {},
    'warning',
    'earlySeconds',
  ],
  [
    'a redirect URI that cannot be',
    { ...signsIn, redirectUri: 'http://example.com/' },
    { token },
    'problem',
    'redirectUri',
  ],
  ['a redirect URI elsewhere', { ...signsIn, redirectUri: 'https://example.com/' }, { token }, 'ok', 'pasted'],
  ['a session that nobody opened', signsIn, {}, 'warning', 'signed in'],
  ['an expected user that no claim tells', { expectUser: 'jane.CANARY' }, { token }, 'warning', 'expectUser'],
  [
    'a token of somebody else',
    { expectUser: 'jane.CANARY' },
    { token: { ...token, identity: { user: 'john.CANARY' } } },
    'problem',
    'somebody else',
  ],
  ['a request that was refused', {}, { activity: failed }, 'problem', 'invalid_client'],
])('%s', (_case, over, more, level, words) => {
  it('is told', () => {
    expect(look(over, more)).toMatchObject([{ about: 'acme', level, what: expect.stringContaining(words) }]);
  });

  it('is told without client ids, users and words of the server', () => {
    expect(JSON.stringify(look(over, more))).not.toContain('CANARY');
  });
});

it.each<[string, Partial<Profile>, Partial<ProfileFacts>]>([
  ['a credential that lasts', { credentialExpires: '2027-01-12' }, {}],
  ['a user that the token names', { expectUser: 'jane' }, { token: { ...token, identity: { user: 'Jane' } } }],
  ['a public client without a secret', { ...signsIn }, { token, secretsOrigin: undefined }],
])('has nothing to say of %s', (_case, over, more) => {
  expect(look(over, more).map(({ level }) => level)).toEqual(['ok']);
});
