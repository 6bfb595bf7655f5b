import { expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { renderSnippet } from '../../../main/snippets/snippet.ts';

const profile: Profile = { name: 'logs', system: 'aic', auth: 'api_key', tenant: 'openam-acme.forgeblocks.com' };
const token = { accessToken: 'KEY-CANARY', tokenType: 'bearer', apiSecret: `SECRET-CANARY'$(id)` };
const input = { profile, token, literal: false };
const url = 'https://openam-acme.forgeblocks.com/monitoring/logs/sources';

it('raw is the key, header both headers', () => {
  expect(renderSnippet('raw', input)).toBe('KEY-CANARY');
  expect(renderSnippet('header', input)).toBe(`x-api-key: KEY-CANARY\nx-api-secret: SECRET-CANARY'$(id)`);
});

it('curl reads both from the command that prints them', () => {
  expect(renderSnippet('curl', input)).toBe(`tokentray token logs --as header | curl -sS -H @- '${url}'`);
});

it('curl has a header for each where they are literal', () => {
  expect(renderSnippet('curl', { ...input, literal: true })).toBe(
    String.raw`curl -sS -H 'x-api-key: KEY-CANARY' -H 'x-api-secret: SECRET-CANARY'\''$(id)' '${url}'`,
  );
});

it('powershell takes both from the command that prints them', () => {
  expect(renderSnippet('powershell', input)).toBe(
    `Invoke-RestMethod -Uri '${url}' -Headers (tokentray token logs --as header | ForEach-Object { $h = @{} } { $n, $v = $_ -split ': ', 2; $h[$n] = $v } { $h })`,
  );
});

it('powershell has an entry for each where they are literal', () => {
  expect(renderSnippet('powershell', { ...input, literal: true })).toContain(
    `@{ 'x-api-key' = 'KEY-CANARY'; 'x-api-secret' = 'SECRET-CANARY''$(id)' }`,
  );
});

it('http has a line for each, postman a secret variable for each', () => {
  expect(renderSnippet('http', input).split('\n').slice(2)).toHaveLength(2);
  expect(JSON.parse(renderSnippet('postman', input))).toMatchObject({
    values: [
      { key: 'baseUrl', value: 'https://openam-acme.forgeblocks.com' },
      { key: 'apiKey', value: 'KEY-CANARY', type: 'secret' },
      { key: 'apiSecret', value: `SECRET-CANARY'$(id)`, type: 'secret' },
    ],
  });
});

it('env has a variable for each', () => {
  expect(renderSnippet('env', { ...input, literal: true })).toBe(
    String.raw`AIC_API_KEY='KEY-CANARY' && export AIC_API_KEY && AIC_API_SECRET='SECRET-CANARY'\''$(id)' && export AIC_API_SECRET`,
  );
});

it.each(['curl', 'powershell', 'env'] as const)('%s holds neither part unless asked for', (kind) => {
  expect(renderSnippet(kind, input)).not.toContain('CANARY');
});
