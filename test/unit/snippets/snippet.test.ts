import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { renderSnippet, snippetKinds } from '../../../main/snippets/snippet.ts';

const isc: Profile = { name: 'acme-prod', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'a' };
const oauth: Profile = {
  name: 'acme-api',
  system: 'oauth',
  auth: 'client_credentials',
  clientId: 'a',
  endpoints: { token: 'https://id.example.com/oauth/token' },
};
const accessToken = 'eyJ.CANARY.sig';
const token = { accessToken, tokenType: 'bearer' };
const input = { profile: isc, token, literal: false };
const key: Profile = {
  ...oauth,
  auth: 'api_key',
  apiKeyHeader: 'x-key',
  endpoints: { api: 'https://api.example.com' },
};

describe('a snippet of an ISC profile', () => {
  it('raw is the token and nothing else', () => {
    expect(renderSnippet('raw', input)).toBe(accessToken);
  });

  it('header is what curl -H takes, with the token in it', () => {
    expect(renderSnippet('header', input)).toBe(`Authorization: Bearer ${accessToken}`);
  });

  it('curl calls the API and asks for the token when it runs', () => {
    expect(renderSnippet('curl', input)).toBe(
      `curl -sS -H "Authorization: Bearer $(tokentray token acme-prod)" 'https://acme.api.identitynow.com/v3/account-activities?limit=1'`,
    );
  });

  it('env exports the variable and asks for the token when it runs', () => {
    expect(renderSnippet('env', input)).toBe(
      `SAIL_ACCESS_TOKEN="$(tokentray token acme-prod)" && export SAIL_ACCESS_TOKEN`,
    );
  });
});

describe('a literal snippet', () => {
  it.each([
    ['curl', `-H 'Authorization: Bearer ${accessToken}'`],
    ['env', `SAIL_ACCESS_TOKEN='${accessToken}' && export SAIL_ACCESS_TOKEN`],
  ] as const)('%s holds the token itself', (kind, part) => {
    expect(renderSnippet(kind, { ...input, literal: true })).toContain(part);
  });

  it('quotes a token that a shell would read as a command', () => {
    const text = renderSnippet('env', { ...input, token: { ...token, accessToken: `a'$(id)"` }, literal: true });
    expect(text).toBe(String.raw`SAIL_ACCESS_TOKEN='a'\''$(id)"' && export SAIL_ACCESS_TOKEN`);
  });
});

it.each(['header', 'curl', 'powershell', 'http'] as const)(
  'RFC 6750 section 2.1: the token of %s travels in the Authorization header alone',
  (kind) => {
    const text = renderSnippet(kind, { ...input, literal: true });
    expect(text).toMatch(new RegExp(`Authorization['"]?\\s*[:=]\\s*['"]?Bearer ${accessToken}`));
    expect(text.split(accessToken)).toHaveLength(2);
  },
);

describe.each(['curl', 'env'] as const)('%s', (kind) => {
  it.each([
    [{ minValidSeconds: 600 }, '$(tokentray token acme-prod --min-valid 600)'],
    [{ minValidSeconds: 0 }, '$(tokentray token acme-prod --min-valid 0)'],
    [{ scope: 'sp:scopes:all' }, '$(tokentray token acme-prod --scope sp:scopes:all)'],
    [{ scope: 'read write' }, "$(tokentray token acme-prod --scope 'read write')"],
    [{ minValidSeconds: 5, scope: "$it's" }, String.raw`$(tokentray token acme-prod --min-valid 5 --scope '$it'\''s')`],
  ])('asks for what was asked for: %j', (wishes, command) => {
    expect(renderSnippet(kind, { ...input, wishes })).toContain(command);
  });

  it('asks nothing of a literal token', () => {
    const wishes = { minValidSeconds: 5, scope: 'read' };
    expect(renderSnippet(kind, { ...input, literal: true, wishes })).toBe(
      renderSnippet(kind, { ...input, literal: true }),
    );
  });
});

it.each(['curl', 'powershell', 'env'] as const)('%s holds no token unless asked for', (kind) => {
  expect(renderSnippet(kind, input)).not.toContain('CANARY');
});

describe('a snippet of an OAuth profile', () => {
  it('curl stops and asks for the address where no API is known, and sends the token nowhere', () => {
    expect(renderSnippet('curl', { ...input, profile: oauth })).toMatch(/ "\$\{API_URL:\?[^"'$`]+\}"$/);
  });

  it('curl calls the API of the profile', () => {
    const endpoints = { token: 'https://id.example.com/t', api: "https://api.example.com/it's" };
    expect(renderSnippet('curl', { ...input, profile: { ...oauth, endpoints } })).toMatch(
      / 'https:\/\/api\.example\.com\/it'\\''s'$/,
    );
  });

  it('env uses a general name', () => {
    expect(renderSnippet('env', { ...input, profile: oauth })).toMatch(/ && export ACCESS_TOKEN$/);
  });
});

it.each(['bearer', 'BEARER', 'Bearer'])('writes the token type %s as Bearer', (tokenType) => {
  expect(renderSnippet('header', { ...input, token: { ...token, tokenType } })).toMatch(/^Authorization: Bearer /);
});

describe('the key of an API with a header of its own', () => {
  it('raw is the key, header the whole header', () => {
    expect(renderSnippet('raw', { ...input, profile: key })).toBe(accessToken);
    expect(renderSnippet('header', { ...input, profile: key })).toBe(`x-key: ${accessToken}`);
  });

  it('curl names the header, and asks for the key when it runs', () => {
    expect(renderSnippet('curl', { ...input, profile: key })).toBe(
      `curl -sS -H "x-key: $(tokentray token acme-api)" 'https://api.example.com/'`,
    );
  });

  it('curl quotes a header name that a shell would change', () => {
    const profile = { ...key, apiKeyHeader: 'x$HOME!' };
    expect(renderSnippet('curl', { ...input, profile })).toContain(`-H 'x$HOME!: '"$(tokentray token acme-api)"`);
  });

  it('powershell quotes the name, which is no word to it', () => {
    expect(renderSnippet('powershell', { ...input, profile: key })).toContain(
      `@{ 'x-key' = "$(tokentray token acme-api)" }`,
    );
  });
});

it.each(snippetKinds)('%s ends without a newline', (kind) => {
  expect(renderSnippet(kind, input)).not.toMatch(/\n$/);
});

it.each(['raw', 'curl', 'powershell', 'env'] as const)('%s is one line', (kind) => {
  expect(renderSnippet(kind, { ...input, literal: true })).not.toContain('\n');
});

it.each(['raw', 'header', 'http', 'postman'] as const)('%s cannot run a command and always holds the token', (kind) => {
  expect(renderSnippet(kind, input)).toContain(accessToken);
  expect(renderSnippet(kind, input)).toBe(renderSnippet(kind, { ...input, literal: true }));
});
