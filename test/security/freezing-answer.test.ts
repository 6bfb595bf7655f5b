/** Threat: an answer that is small enough to be read keeps the whole program busy, or becomes a burden that stays. */
import { describe, expect, it } from 'vitest';
import { requestRefresh } from '../../main/grants/refresh-token.ts';
import { decodeClaims } from '../../main/tokens/claims.ts';
import { parseExactJson } from '../../main/tokens/exact-json.ts';
import { sessionRecord } from '../../main/tokens/session-record.ts';
import { FakeHttp } from '../fixtures/fake-http.ts';
import { tokenClient } from '../fixtures/token-client.ts';

const base64url = (text: string) => Buffer.from(text).toString('base64url');
const jwtOf = (payload: string) => `${base64url('{"alg":"none"}')}.${base64url(payload)}.CANARY`;

describe('a token whose claims', () => {
  it('hold a number with a run of half a million zeros is read in one pass', () => {
    const zeros = '0'.repeat(500_000);
    expect(JSON.stringify(parseExactJson(`1${zeros}1`))).toHaveLength(500_002);
    expect(sessionRecord({ refreshToken: jwtOf(`{"exp":1${zeros}1}`), obtainedAtMs: 0 }).endsAtMs).toBeNull();
  });

  it('are nested without end are not read', () => {
    expect(decodeClaims(jwtOf(`{"a":${'['.repeat(300_000)}${']'.repeat(300_000)}}`))).toBeUndefined();
  });
});

describe('a refresh token of a megabyte', () => {
  it('is none, as an access token of that length is', async () => {
    const kept: string[] = [];
    const body = { access_token: 'CANARY-access', refresh_token: 'CANARY'.repeat(170_000) };
    const client = tokenClient({ keepRefreshToken: async (token) => void kept.push(token) });
    const answer = await requestRefresh(new FakeHttp([{ body }]), client, { refreshToken: 'CANARY-old' });
    expect(answer).not.toHaveProperty('refreshToken');
    expect(kept).toEqual([]);
  });
});
