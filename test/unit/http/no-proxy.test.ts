import { expect, test } from 'vitest';
import { bypassesProxy } from '../../../main/http/no-proxy.ts';

test.each([
  ['*', 'acme.example.com'],
  ['example.com', 'example.com'],
  ['example.com', 'acme.example.com'],
  ['.example.com', 'acme.example.com'],
  ['.example.com', 'example.com'],
  ['*.example.com', 'acme.example.com'],
  ['EXAMPLE.com', 'acme.example.COM'],
  ['example.com.', 'example.com'],
  ['example.com', 'example.com.'],
  ['a.test,  example.com', 'example.com'],
  ['a.test example.com', 'example.com'],
  ['example.com:443', 'example.com'],
  ['*:443', 'example.com'],
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.0/24', '192.0.2.7'],
  ['2001:db8::7', '[2001:db8::7]'],
  ['[2001:db8::7]', '[2001:db8::7]'],
  ['[2001:db8::7]:443', '[2001:db8::7]'],
  ['2001:db8::/32', '[2001:db8::7]'],
])('%j keeps %s off the proxy', (noProxy, host) => {
  expect(bypassesProxy(noProxy, host, 443)).toBe(true);
});

test.each([
  ['', 'example.com'],
  [' , ,', 'example.com'],
  ['example.com', 'notexample.com'],
  ['example.com', 'example.com.evil.test'],
  ['*.example.com', 'example.com'],
  ['example.com:8443', 'example.com'],
  ['*:8443', 'example.com'],
  ['192.0.2.0/24', '192.0.3.7'],
  ['192.0.2.0/99', '192.0.2.7'],
  ['192.0.2.0/', '192.0.2.7'],
  ['192.0.2.0/24', 'example.com'],
  ['2.7', '192.0.2.7'],
  ['example.com/24', 'example.com'],
])('%j leaves %s to the proxy', (noProxy, host) => {
  expect(bypassesProxy(noProxy, host, 443)).toBe(false);
});
