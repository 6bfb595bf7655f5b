import { describe, expect, it } from 'vitest';
import { errorCodes, TokentrayError } from '../../../main/errors.ts';
import type { ErrorCode, ErrorData } from '../../../main/errors.ts';
import { failureOf } from '../../../main/ipc/failure.ts';
import { inFormWords, inWindowWords } from '../../../main/ipc/window-words.ts';
import { profileNamed } from '../../fixtures/disk-storage.ts';

/** Recipes for a terminal that have no counterpart in the window. */
const recipes: ReadonlySet<ErrorCode> = new Set([
  'storage.keychain_entry_missing',
  'storage.memory_vault_gone',
  'storage.memory_vault_needs_agent',
  'storage.vault_damaged',
  'storage.vault_missing',
  'storage.profile_damaged',
]);

const facts: readonly ErrorData[] = [
  {},
  { profile: 'acme', detail: 'a detail', vault: 'created', keychain: 'secret-service' },
  { profile: 'acme', host: 'acme.api.identitynow.com', status: 401, oauthError: 'invalid_client' },
  { profile: 'acme', host: 'acme.api.identitynow.com', status: 400, oauthError: 'invalid_grant' },
];

describe.each(errorCodes.filter((code) => !recipes.has(code)))('the words of the window for %s', (code) => {
  it.each(facts)('name no command that only a terminal has (%j)', (data) => {
    for (const profile of [undefined, profileNamed('acme')]) {
      const { what, next } = failureOf(new TokentrayError(code, { data }), profile);
      // A script may well take its token from the command line.
      const words = `${what} ${next}`.replaceAll('from "tokentray token acme"', '');
      expect(words).not.toMatch(/\btokentray [a-z]+ |TOKENTRAY_PASSPHRASE|TOKENTRAY_KEYCHAIN/);
    }
  });
});

it('begins with a capital whatever was replaced', () => {
  const { next } = failureOf(new TokentrayError('config.setting_invalid'));
  expect(next).toBe('See Settings.');
});

it('leaves the name of a profile as it is at the beginning', () => {
  const words = 'acme-nerm sends the token of acme to acme.nonemployee.com.';
  expect(inWindowWords(words)).toBe(words);
});

it('names secrets that are missing as people do', () => {
  const words = 'acme still needs its clientSecret, privateKeyJwk: tokentray edit acme --secrets -';
  expect(inWindowWords(words)).toBe('acme still needs its client secret, private key: enter it under Edit.');
});

it('names fields as the form does', () => {
  const { next } = failureOf(new TokentrayError('auth.sign_in_invalid', { data: { profile: 'acme' } }));
  expect(next).toBe('Sign in again; if it happens again, check "Issuer" and "Redirect URI" of the profile.');
});

it('takes no name of a profile and no word of a server for a field', () => {
  const words =
    'The profile "scope" was refused. It said: "audience". Check "audience" of the profile "issuer", or "tenant".';
  expect(inWindowWords(words)).toBe(words.replace('Check "audience"', 'Check "Audience"'));
});

it('keeps what is wrong field by field', () => {
  const issues = [{ path: 'name', message: 'Is needed.' }];
  expect(failureOf(new TokentrayError('config.profile_invalid', { data: { issues } })).issues).toEqual(issues);
});

it('tells nothing of what a foreign error says', () => {
  const failure = failureOf(new Error('secret-CANARY-in-message'));
  expect(failure.code).toBe('internal.unexpected');
  expect(JSON.stringify(failure)).not.toContain('CANARY');
});

it('whoever has the form open is told to enter it here', () => {
  const words =
    'Make a new one, and enter both with "tokentray edit acme --file profile.json --secrets -"; that is all.';
  expect(inFormWords(words)).toBe('Make a new one, and enter both here; that is all.');
});
