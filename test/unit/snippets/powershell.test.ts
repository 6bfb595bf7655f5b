import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { powershellEscape, powershellQuote, powershellWord } from '../../../main/snippets/powershell-quote.ts';
import { renderSnippet } from '../../../main/snippets/snippet.ts';

const isc: Profile = { name: 'acme-prod', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'a' };
const token = { accessToken: 'eyJ.CANARY.sig', tokenType: 'bearer' };
const input = { profile: isc, token, literal: false };
const url = 'https://acme.api.identitynow.com/v3/account-activities?limit=1';

describe('a quoted string', () => {
  it.each([
    ['plain', 'a b', `'a b'`],
    ['what a double-quoted one would replace', '$(id) `n $x "', `'$(id) \`n $x "'`],
    ['an apostrophe', `it's`, `'it''s'`],
    ['each typographic mark that PowerShell takes for one', 'a‘b’c‚d‛e', `'a‘‘b’’c‚‚d‛‛e'`],
    ['nothing', '', `''`],
  ])('holds %s', (_case, text, quoted) => {
    expect(powershellQuote(text)).toBe(quoted);
  });
});

describe('a word', () => {
  it.each(['sp:scopes:all', 'read', 'a.b/c'])('%s needs no quotes', (text) => {
    expect(powershellWord(text)).toBe(text);
  });

  it.each(['fr:am:*', 'read write', '@a', '-a', '$a', 'a,b', 'a;b', '', '1'])('%j is quoted', (text) => {
    expect(powershellWord(text)).toBe(`'${text}'`);
  });
});

it('within double quotes nothing is replaced and nothing ends them', () => {
  expect(powershellEscape('a`b$(id)"“”„')).toBe('a``b`$(id)`"`“`”`„');
});

describe('a PowerShell command', () => {
  it('calls the API and asks for the token when it runs', () => {
    expect(renderSnippet('powershell', input)).toBe(
      `Invoke-RestMethod -Uri '${url}' -Headers @{ Authorization = "Bearer $(tokentray token acme-prod)" }`,
    );
  });

  it('holds a literal token as a string that is not read', () => {
    const nasty = { ...token, accessToken: `a'$(id)` };
    expect(renderSnippet('powershell', { ...input, token: nasty, literal: true })).toBe(
      `Invoke-RestMethod -Uri '${url}' -Headers @{ Authorization = 'Bearer a''$(id)' }`,
    );
  });

  it('asks for what was asked for, in the quotes of PowerShell', () => {
    const wishes = { minValidSeconds: 5, scope: `it's a $scope` };
    expect(renderSnippet('powershell', { ...input, wishes })).toContain(
      `"Bearer $(tokentray token acme-prod --min-valid 5 --scope 'it''s a $scope')"`,
    );
  });

  it('quotes an address with an apostrophe', () => {
    const profile: Profile = { ...isc, endpoints: { api: "https://api.example.com/it's" } };
    expect(renderSnippet('powershell', { ...input, profile })).toContain(`-Uri 'https://api.example.com/it''s/v3/`);
  });

  it('stops where no API is known, and sends the token nowhere', () => {
    const profile: Profile = { ...isc, system: 'oauth', endpoints: { token: 'https://id.example.com/t' } };
    expect(renderSnippet('powershell', { ...input, profile })).toContain('-Uri $(if ($env:API_URL) {');
    expect(renderSnippet('powershell', { ...input, profile })).toContain(`else { throw '`);
  });
});
