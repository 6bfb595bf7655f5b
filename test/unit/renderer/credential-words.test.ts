import { describe, expect, it } from 'vitest';
import { credentialEnd, credentialPage } from '../../../renderer/words/credential-words.ts';

const nowMs = new Date(2026, 10, 21, 14, 0).getTime();
const token = { auth: 'client_credentials', system: 'isc', identity: { user: 'jane.admin' } } as const;
const end = (credentialExpires: string | null, over: object = {}) =>
  credentialEnd({ ...token, credentialExpires, ...over }, nowMs, 'en-GB');

describe('the end of a credential', () => {
  it.each([
    ['2026-11-21', 'ends today', 'warning'],
    ['2026-11-22', 'ends tomorrow', 'warning'],
    ['2026-12-03', 'ends in 12 days', 'warning'],
    ['2026-12-05', 'ends in 14 days', 'warning'],
    ['2026-12-06', 'ends in 15 days', 'still'],
    ['2026-11-20', 'ended 1 day ago', 'bad'],
    ['2025-11-21', 'ended 365 days ago', 'bad'],
  ])('on %s: it %s', (day, words, tone) => {
    expect(end(day)).toMatchObject({ title: `The personal access token ${words}`, tone });
  });

  it('is a date for whoever has time, and says what to do to whoever has not', () => {
    expect(end('2027-05-01')).toMatchObject({ fact: '1 May 2027, in 161 days', text: '' });
    expect(end('2026-11-22')?.text).toContain('before then');
    expect(end('2026-11-21')?.text).toContain('today');
    expect(end('2026-11-01')?.text).not.toContain('before then');
  });

  it('is not told where nobody said it', () => {
    expect(end(null)).toBeNull();
  });

  it.each([
    [{ identity: null }, 'client secret'],
    [{ auth: 'jwt_bearer' }, 'private key'],
    [{ auth: 'api_key' }, 'API key'],
    [{ system: 'oauth' }, 'client secret'],
  ])('names what ends: %j', (over, name) => {
    expect(end('2026-11-22', over)?.title).toBe(`The ${name} ends tomorrow`);
  });
});

describe('the page on which a new one is made', () => {
  const links = [
    { id: 'credentials', label: 'Personal access tokens' },
    { id: 'clients', label: 'API clients' },
  ] as const;
  const page = (identity: { user: string } | null) =>
    credentialPage({ ...token, credentialExpires: null, identity }, links)?.id;

  it('is the one of what ends', () => {
    expect([page({ user: 'jane' }), page(null)]).toEqual(['credentials', 'clients']);
  });

  it('is none where the tenant has none', () => {
    expect(credentialPage({ ...token, credentialExpires: null }, [])).toBeUndefined();
  });
});
