import { describe, expect, it } from 'vitest';
import { probableUrl, urlProblem } from '../../../main/profiles/url-rule.ts';

it.each([
  'https://acme.api.identitynow.com/oauth/token',
  'HTTPS://ACME.example.com',
  'https://id.example.com:8443/token?tenant=a',
  'http://localhost:8080/cb',
  'http://127.0.0.1/token',
  'http://127.8.9.1/token',
  'http://[::1]:9000/token',
  'https://münchen.example/token',
])('takes %s', (url) => {
  expect(urlProblem(url)).toBeUndefined();
});

it.each([
  'acme.api.identitynow.com',
  '/oauth/token',
  'https:acme.example.com',
  'https:/acme.example.com',
  String.raw`https:\\acme.example.com`,
  'https://acme.example.com/a b',
  'https://',
  'https://acme.example.com:99999',
  'http://acme.example.com/token',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://[::2]/token',
  'ws://localhost',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:CANARY@acme.example.com',
  'https://CANARY@acme.example.com',
  'https://acme.example.com/#',
  'https://acme.example.com/#CANARY',
])('refuses %s and does not repeat it', (url) => {
  const problem = urlProblem(url);
  expect(problem).toBeDefined();
  expect(problem).not.toMatch(/CANARY|acme/);
});

describe('a guess at the URL that was meant', () => {
  it.each([
    ['acme.example.com/oauth/token', 'https://acme.example.com/oauth/token'],
    ['http://acme.example.com:8443', 'https://acme.example.com:8443'],
  ])('makes of %s %s', (text, url) => {
    expect(probableUrl(text)).toBe(url);
  });

  it.each([
    'eyJhbGciOiJIUzI1NiJ9.eyJDQU5BUlkiOjF9.c2lnbmF0dXJlQ0FOQVJZc2lnbmF0dXJl',
    'user:CANARY@acme.example.com',
    'acme',
    '',
  ])('makes nothing of %j', (text) => {
    expect(probableUrl(text)).toBeUndefined();
  });
});
